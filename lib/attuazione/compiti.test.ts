import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Compiti, compitiDi, riassunto } from './compiti';
import { StatoParte, StatoRapporto } from './schema';
import type { ChiarimentoAperto, PeriodoDovuto, Presente, ProgettoConDoveri, RapportoDovuto } from './tipiCompiti';

const IO = 'io';
const presente: Presente = { oggi: '2020-07-09', adesso: new Date('2020-07-09T08:30:00Z'), organizzazioneId: IO, ruolo: 'REFERENTE' };

const unRapporto = (parziale: Partial<RapportoDovuto> = {}): RapportoDovuto => ({
  ...{ id: 'r1', stato: 'BOZZA', presentatoIl: null, sospesoDal: null, sospesoSecondi: 0, decisoIl: null, notaDecisione: null },
  ...{ miaParte: 'APERTO', notaRinvio: null, parti: [], compilate: 0, chiarimenti: [] },
  ...parziale,
});
const unPeriodo = (rapporto: RapportoDovuto | null, parziale: Partial<PeriodoDovuto> = {}): PeriodoDovuto => ({
  ...{ id: 'p2', dal: '2020-01-01', al: '2020-06-30', scadenza: '2020-07-31', rapporto },
  ...parziale,
});
const unProgetto = (periodi: PeriodoDovuto[], parziale: Partial<ProgettoConDoveri> = {}): ProgettoConDoveri => ({
  ...{ id: 'P', codice: 'P01', titolo: 'Quadrante AL&AT', stato: 'AVVIATO', capofila: true, capofilaNome: 'CISSACA', giorniVerifica: 15 },
  ...{
    popolazione: 643_111,
    enti: 10,
    ambiti: 5,
    azioniMie: 2,
    dataAvvio: null,
    dataFinePrevista: null,
    azioni: [],
    domanda: null,
    periodi,
  },
  ...parziale,
});
const parte = (nome: string, stato: StatoParte, consegnatoIl: string | null = null) => ({
  organizzazioneId: nome,
  nome,
  stato,
  consegnatoIl,
});
const unChiarimento = (parziale: Partial<ChiarimentoAperto> = {}): ChiarimentoAperto => ({
  ...{ id: 'c1', azioneId: 'a1', azione: 'Catalogo informativo', mia: true, domanda: 'Perché è fermo al 30%?', entro: '2020-07-06' },
  chiestoIl: '2020-06-26T07:00:00Z',
  ...parziale,
});
const calcola = (rapporto: RapportoDovuto | null, progetto: Partial<ProgettoConDoveri> = {}, chi: Partial<Presente> = {}) =>
  compitiDi([unProgetto([unPeriodo(rapporto)], progetto)], { ...presente, ...chi });
const daFare = ({ ritardo, vicini, avanti }: Compiti) => [...ritardo, ...vicini, ...avanti];
const titoli = (compiti: Compiti) => daFare(compiti).map(({ titolo }) => titolo);

test('un periodo finito senza relazione: la apre il capofila, o il partner che ha azioni', () => {
  expect(titoli(calcola(null))).toEqual(['Apri la relazione gennaio–giugno 2020']);
  expect(titoli(calcola(null, { capofila: false }))).toEqual(['Apri la relazione gennaio–giugno 2020']);
  expect(titoli(calcola(null, { capofila: false, azioniMie: 0 }))).toEqual([]);
});

test('un periodo non ancora finito non è un compito, ma la sua scadenza è la prossima', () => {
  const futuro = unPeriodo(null, { id: 'p3', dal: '2020-07-01', al: '2020-12-31', scadenza: '2021-01-31' });
  const compiti = compitiDi([unProgetto([futuro])], presente);
  expect(titoli(compiti)).toEqual([]);
  expect(compiti.prossima).toBe('2021-01-31');
  expect(compitiDi([unProgetto([futuro], { capofila: false, azioniMie: 0 })], presente).prossima).toBeNull();
});

test('il capofila controlla le parti consegnate e sa quali mancano; quando ci sono tutte, invia', () => {
  const parti = [
    parte(IO, 'APERTO'),
    parte('CISA Tortona', 'CONSEGNATO', '2020-07-07T09:00:00Z'),
    parte('COGESA', 'APERTO'),
    parte('Comune di Asti', 'RINVIATO'),
  ];
  const [controlla, continua] = daFare(calcola(unRapporto({ parti, compilate: 1 })));
  expect(controlla?.titolo).toBe('Controlla la parte consegnata da CISA Tortona');
  expect(controlla?.provenienza).toBe('Progetto Quadrante AL&AT, consegnata il 7 luglio');
  expect(continua?.perche).toBe('Hai scritto lo stato di 1 azione su 2. Mancano le parti di COGESA e Comune di Asti.');
  const tutte = [parte(IO, 'APERTO'), parte('COGESA', 'CONSEGNATO', '2020-07-07T09:00:00Z')];
  const invia = calcola(unRapporto({ parti: tutte, compilate: 2 }));
  expect(titoli(invia)).toEqual(['Invia la relazione gennaio–giugno 2020']);
  expect(daFare(invia)[0]?.perche).toBe('Le parti degli altri enti sono consegnate. Hai scritto lo stato di tutte le tue azioni.');
});

test('con dei rilievi aperti il capofila sa che prima risponde', () => {
  expect(daFare(calcola(unRapporto({ rilieviAperti: 2 })))[0]?.perche).toContain('Prima rispondi a 2 rilievi della Regione.');
  expect(daFare(calcola(unRapporto({ rilieviAperti: 1 })))[0]?.perche).toContain('Prima rispondi a un rilievo della Regione.');
  expect(daFare(calcola(unRapporto({ rilieviAperti: 0 })))[0]?.perche).not.toContain('riliev');
});

test('chi non è referente legge chi invia', () => {
  expect(daFare(calcola(unRapporto({ compilate: 2 }), {}, { ruolo: 'OPERATORE' }))[0]?.perche).toContain('La invia il referente.');
});

test('il partner consegna la sua parte; se gli torna, legge perché; consegnata, aspetta', () => {
  const partner = { capofila: false };
  expect(titoli(calcola(unRapporto(), partner))).toEqual(['Consegna la tua parte della relazione gennaio–giugno 2020']);
  const rinviata = calcola(unRapporto({ miaParte: 'RINVIATO', notaRinvio: 'Manca la causa del ritardo' }), partner);
  expect(titoli(rinviata)).toEqual(['Correggi la tua parte della relazione gennaio–giugno 2020']);
  expect(daFare(rinviata)[0]?.perche).toBe('CISSACA te l’ha rinviata: «Manca la causa del ritardo»');
  const consegnata = calcola(unRapporto({ miaParte: 'CONSEGNATO', parti: [parte(IO, 'CONSEGNATO', '2020-07-01T09:00:00Z')] }), partner);
  expect(titoli(consegnata)).toEqual([]);
  expect(consegnata.attese).toMatchObject([{ giorni: 8, stato: { di: 'parte', valore: 'CONSEGNATO' } }]);
});

test('un chiarimento scaduto è in ritardo: risponde il capofila, corregge il partner che ha l’azione', () => {
  const rapporto = unRapporto({ stato: 'CHIARIMENTI', sospesoDal: '2020-06-26T07:00:00Z', chiarimenti: [unChiarimento()] });
  expect(calcola(rapporto).ritardo).toMatchObject([
    { titolo: 'Rispondi al chiarimento su «Catalogo informativo»', perche: 'Perché è fermo al 30%?' },
  ]);
  expect(calcola(rapporto, { capofila: false }).ritardo).toMatchObject([{ titolo: 'Correggi l’azione «Catalogo informativo»' }]);
  const altrui = unRapporto({ stato: 'CHIARIMENTI', sospesoDal: '2020-06-26T07:00:00Z', chiarimenti: [unChiarimento({ mia: false })] });
  expect(calcola(altrui, { capofila: false })).toMatchObject({
    ritardo: [],
    attese: [{ giorni: 13, perche: expect.stringContaining('risponde CISSACA') }],
  });
});

test('una relazione respinta aspetta la Regione; riaperta per intero si ripresenta, senza un termine inventato', () => {
  expect(
    calcola(unRapporto({ stato: 'RESPINTO', decisoIl: '2020-07-01T09:00:00Z', notaDecisione: 'Mancano le quantità' })).attese,
  ).toMatchObject([{ giorni: 8, perche: expect.stringContaining('«Mancano le quantità»') }]);
  expect(calcola(unRapporto({ stato: 'CHIARIMENTI' })).vicini).toMatchObject([
    { titolo: 'Correggi e ripresenta la relazione gennaio–giugno 2020', entro: null },
  ]);
});

test('anche la Regione ha un termine: quando lo supera si dice di quanti giorni', () => {
  const { attese } = calcola(unRapporto({ stato: 'IN_VERIFICA', presentatoIl: '2020-06-12T10:00:00Z' }));
  expect(attese).toMatchObject([
    {
      giorni: 27,
      oltre: 12,
      perche: 'Progetto Quadrante AL&AT. La Regione la sta verificando. Il termine per decidere era il 27 giugno 2020.',
    },
  ]);
});

test('i gruppi seguono la scadenza', () => {
  const entro = (scadenza: string) => compitiDi([unProgetto([unPeriodo(null, { scadenza })])], presente);
  expect(entro('2020-07-08').ritardo).toHaveLength(1);
  expect(entro('2020-07-09').vicini).toHaveLength(1);
  expect(entro('2020-07-16').vicini).toHaveLength(1);
  expect(entro('2020-07-17').avanti).toHaveLength(1);
});

test('la frase sotto il titolo', () => {
  const frase = (scadenze: string[]) => {
    const periodi = scadenze.map((scadenza, n) => unPeriodo(null, { id: `p${n}`, scadenza }));
    return riassunto(compitiDi([unProgetto(periodi)], presente), presente.oggi);
  };
  expect(frase([])).toBe('Per ora non devi fare niente.');
  expect(frase(['2020-07-10'])).toBe('Hai una cosa da fare: scade domani.');
  expect(frase(['2020-07-06'])).toBe('Hai una cosa da fare: è in ritardo.');
  expect(frase(['2020-07-06', '2020-07-10', '2020-07-31'])).toBe('Hai 3 cose da fare: una è in ritardo, la prossima scade domani.');
  expect(frase(['2020-07-05', '2020-07-06'])).toBe('Hai 2 cose da fare: 2 sono in ritardo.');
});

const giorno = fc.integer({ min: 0, max: 700 }).map((n) => new Date(Date.UTC(2019, 6, 1 + n)).toISOString().slice(0, 10));
const istante = giorno.map((g) => `${g}T10:00:00Z`);
const rapporto: fc.Arbitrary<RapportoDovuto> = fc
  .record({
    stato: fc.constantFrom(...StatoRapporto.exclude(['APPROVATO', 'APPROVATO_CON_RILIEVI']).options),
    miaParte: fc.option(fc.constantFrom(...StatoParte.options)),
    altre: fc.array(fc.record({ stato: fc.constantFrom(...StatoParte.options), consegnatoIl: fc.option(istante) }), { maxLength: 4 }),
    chiarimenti: fc.array(fc.record({ mia: fc.boolean(), entro: giorno, chiestoIl: istante }), { maxLength: 3 }),
    ...{
      presentatoIl: istante,
      sospesoDal: fc.option(istante),
      decisoIl: fc.option(istante),
      compilate: fc.nat(4),
      sospesoSecondi: fc.nat(10_000),
    },
  })
  .map(({ altre, chiarimenti, ...r }) =>
    unRapporto({
      ...r,
      parti: altre.map((altra, n) => ({ ...parte(`ente ${n}`, altra.stato), consegnatoIl: altra.consegnatoIl })),
      chiarimenti: r.stato === 'CHIARIMENTI' ? chiarimenti.map((c, n) => unChiarimento({ ...c, id: `c${n}` })) : [],
    }),
  );
const progetti = fc
  .array(
    fc.record({
      ...{ capofila: fc.boolean(), azioniMie: fc.nat(4) },
      periodi: fc.array(fc.record({ rapporto: fc.option(rapporto), al: giorno, scadenza: giorno }), { maxLength: 4 }),
    }),
    { maxLength: 4 },
  )
  .map((lista) =>
    lista.map(({ periodi, ...p }, n) =>
      unProgetto(
        periodi.map(({ rapporto: r, ...periodo }, k) => {
          const id = `${n}-${k}`;
          const chiarimenti = r?.chiarimenti.map((c) => ({ ...c, id: `${id}-${c.id}` })) ?? [];
          return unPeriodo(r && { ...r, id, chiarimenti }, { ...periodo, id });
        }),
        { ...p, id: `P${n}` },
      ),
    ),
  );

test('ogni relazione da muovere compare, e ogni cosa una volta sola e in un solo gruppo', () => {
  fc.assert(
    fc.property(progetti, fc.constantFrom('REFERENTE', 'OPERATORE'), (lista, ruolo) => {
      const compiti = compitiDi(lista, { ...presente, ruolo });
      const id = [...daFare(compiti), ...compiti.attese].map((voce) => voce.id);
      expect(new Set(id).size).toBe(id.length);
      const nominati = new Set([...daFare(compiti), ...compiti.attese].map((voce) => voce.href.split(/[?#]/)[0]));
      for (const p of lista) {
        for (const { rapporto: r, al } of p.periodi) {
          // il capofila risponde di ogni relazione di un periodo finito: o deve muoverla, o aspetta qualcuno
          if (p.capofila && al < presente.oggi) expect(nominati).toContain(r ? `/progetti/${p.id}/relazioni/${r.id}` : `/progetti/${p.id}`);
        }
      }
      for (const { entro } of compiti.ritardo) expect(entro && entro < presente.oggi).toBe(true);
      for (const { entro } of compiti.avanti) expect(entro && entro > presente.oggi).toBe(true);
    }),
  );
});
