import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Configurazione } from './configurazione';
import { conDati, DatiBando, ImportiBando, leggiOraCivile, moduloDati, scriviOraCivile } from './datiBando';
import { ELENCHI } from './elenchi';
import { VoceScritta } from './moduloVoce';
import { chiaveDi } from './righeTesto';
import { type Dove, identitaDi, leggiVoce, mettiVoce, moduloDiVoce, spostaVoce, togliVoce, vociIn } from './voci';

const wecare = Configurazione.parse(
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../prisma/dati/bando-wecare.json'), 'utf8')),
);
const ID = '5b8f1f6e-6a5c-4c39-9d0f-0a9b1c2d3e4f';
const dove: Dove[] = [
  ...ELENCHI.filter((e) => e !== 'campi').map((elenco) => ({ elenco })),
  ...wecare.sezioni.map((s) => ({ elenco: 'campi' as const, sezione: s.chiave })),
];

describe('il modulo di una voce', () => {
  it('aprire una voce e salvarla senza toccare nulla non cambia nulla, per ogni voce del bando vero', () => {
    for (const d of dove)
      for (const voce of vociIn(wecare, d)) {
        const letta = leggiVoce(d.elenco, moduloDiVoce(d.elenco, voce), voce);
        expect(letta).toEqual({ ok: true, voce });
        if (letta.ok) expect(mettiVoce(wecare, d, letta.voce, identitaDi(d.elenco, voce))).toEqual(wecare);
      }
  });

  it('una voce nuova prende la chiave dal nome; un doppione si rifiuta sulla chiave', () => {
    const letta = leggiVoce('documenti', { titolo: 'Atto dell’ente è già qui!', visibilita: 'IDEA' }, null);
    expect(letta).toMatchObject({ ok: true, voce: { chiave: 'atto_dell_ente_e_gia_qui', obbligatorio: false } });
    const [primo] = wecare.documenti;
    expect(() => mettiVoce(wecare, { elenco: 'documenti' }, { ...primo }, null)).toThrow(/c’è già una voce/i);
  });

  it('gli errori tornano tutti, ciascuno sul suo campo', () => {
    const scritta = VoceScritta.safeParse({
      bandoId: ID,
      rev: '1',
      elenco: 'griglia',
      sezione: '',
      identita: '',
      titolo: '',
      visibilita: 'MAI',
      massimo: 'dieci',
      soglia: '0',
      peso: '1',
    });
    expect(scritta.success).toBe(false);
    expect([...new Set(scritta.error?.issues.map((i) => i.path[0]))].sort()).toEqual(['massimo', 'titolo', 'visibilita']);
  });

  it('opzioni e colonne si scrivono una per riga, con la chiave fissa o derivata', () => {
    const letta = leggiVoce(
      'campi',
      {
        etichetta: 'Righe',
        tipo: 'tabella',
        colonne: 'data = Data | data\nEsito della riunione | scelta | si = Sì; no = No\nNote | testo | 1.200',
        opzioni: '',
      },
      null,
    );
    expect(letta).toMatchObject({
      ok: true,
      voce: {
        chiave: 'righe',
        colonne: [
          { chiave: 'data', etichetta: 'Data', tipo: 'data' },
          {
            chiave: 'esito_della_riunione',
            tipo: 'scelta',
            opzioni: [
              { codice: 'si', etichetta: 'Sì' },
              { codice: 'no', etichetta: 'No' },
            ],
          },
          { chiave: 'note', massimo: 1200 },
        ],
      },
    });
    expect(leggiVoce('campi', { etichetta: 'Righe', tipo: 'tabella', colonne: 'a = A | colore', opzioni: '' }, null)).toMatchObject({
      ok: false,
      errori: { colonne: [expect.any(String)] },
    });
  });
});

describe('spostare e togliere', () => {
  it('qualunque sequenza di spostamenti tiene le stesse voci, e su poi giù torna al principio', () => {
    const passi = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.constantFrom<-1 | 1>(-1, 1)), { maxLength: 15 });
    fc.assert(
      fc.property(passi, (mosse) => {
        let c = wecare;
        for (const [n, verso] of mosse)
          c = spostaVoce(c, { elenco: 'sezioni' }, wecare.sezioni[n % wecare.sezioni.length]?.chiave ?? '', verso);
        expect(c.sezioni.map((s) => s.chiave).sort()).toEqual(wecare.sezioni.map((s) => s.chiave).sort());
      }),
    );
    const giu = spostaVoce(wecare, { elenco: 'griglia' }, 'proposta', 1);
    expect(giu).not.toEqual(wecare);
    expect(spostaVoce(giu, { elenco: 'griglia' }, 'proposta', -1)).toEqual(wecare);
    expect(spostaVoce(wecare, { elenco: 'griglia' }, 'bisogno', -1)).toEqual(wecare);
  });

  it('l’ultimo campo di una sezione non si toglie, e una voce sparita lo dice', () => {
    expect(() => togliVoce(wecare, { elenco: 'campi', sezione: 'distretti' }, 'distretti')).toThrow('Una sezione ha almeno un campo.');
    expect(() => togliVoce(wecare, { elenco: 'principi' }, 'P9')).toThrow(/non c’è più/);
    expect(togliVoce(wecare, { elenco: 'principi' }, 'P6').principi).toHaveLength(5);
  });
});

describe('dati, termini e importi', () => {
  const dati = (altro: Record<string, string> = {}) => DatiBando.safeParse({ bandoId: ID, rev: '3', ...moduloDati(wecare), ...altro });

  it('salvare i dati com’erano non cambia il bando', () => {
    const letti = dati();
    expect(letti.success && conDati(wecare, letti.data)).toEqual(wecare);
  });

  it('un’ora scritta si rilegge identica; una impossibile si rifiuta con la forma attesa', () => {
    const ore = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 16));
    fc.assert(fc.property(ore, (ora) => void expect(leggiOraCivile(scriviOraCivile(ora))).toEqual({ ok: true, ora })));
    expect(leggiOraCivile('30/9/2020 alle 9.05')).toEqual({ ok: true, ora: '2020-09-30T09:05' });
    for (const no of ['31/09/2020 12:00', '30/09/2020', '30/09/2020 24:00', '30/09/20 12:00', 'domani 12:00', '12:00'])
      expect(leggiOraCivile(no).ok).toBe(false);
  });

  it('una chiusura prima dell’apertura, o senza apertura, si dice sul campo', () => {
    const campi = (r: ReturnType<typeof dati>) => r.error?.issues.map((i) => i.path[0]);
    expect(campi(dati({ chiudeIDEA: '19/10/2017 12:00' }))).toEqual(['chiudeIDEA']);
    expect(campi(dati({ apreAVVISO: '' }))).toEqual(['apreAVVISO']);
    expect(campi(dati({ dotazione: '6.400000' }))).toEqual(['dotazione']);
  });

  it('gli importi per ambito si leggono in centesimi; un campo vuoto non è zero, uno illeggibile si rifiuta', () => {
    const letti = ImportiBando.safeParse({ bandoId: ID, rev: '1', ambito_2: '1.250,50', ambito_1: '', ambito_10: '3', altro: 'x' });
    expect(letti.data?.importi).toEqual([
      { ambito: 2, cents: '125050' },
      { ambito: 10, cents: '300' },
    ]);
    expect(ImportiBando.safeParse({ bandoId: ID, rev: '1', ambito_1: '12,345' }).error?.issues[0]?.path).toEqual(['ambito_1']);
  });

  it('una chiave è sempre valida o vuota', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (t) => void expect(chiaveDi(t)).toMatch(/^([a-z][a-z0-9_]{0,59})?$/)),
    );
  });
});
