import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type Progetto, unChiarimento, unPeriodo, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Una Regione con un progetto in ogni situazione che il cruscotto racconta. */
export async function unProgramma() {
  const regione = await unaRegione();
  await superutente.query(
    `insert into causa_ritardo (regione_id, codice, gruppo, etichetta, interviste, dipende_regione) values ($1, 'ANTICIPO', 'risorse', 'Anticipo non pagato', '{}', true)`,
    [regione.id],
  );
  const nuovo = async () => unProgetto({ capofila: await unEnte({ regione }), partner: [await unEnte({ regione })] });
  const [inRitardo, daVerificare, colPartner, sospeso, inVista, conProroga] = [
    await nuovo(),
    await nuovo(),
    await nuovo(),
    await nuovo(),
    await nuovo(),
    await nuovo(),
  ];
  await unPeriodo(inRitardo, 0);
  await unPeriodo(inRitardo, 1);
  await unPeriodo(inVista, 1);
  await superutente.query(`update periodo set scadenza = '2020-07-20' where progetto_id = $1`, [inVista.id]);
  const { id: presentata } = await unRapporto({ progetto: daVerificare, stato: 'PRESENTATO' });
  const chiarimenti = await unRapporto({ progetto: colPartner, stato: 'CHIARIMENTI' });
  const delPartner = chiarimenti.avanzamenti.find(({ organizzazioneId }) => organizzazioneId === colPartner.partner[0]?.id);
  if (!delPartner) throw new Error('Manca l’azione del partner.');
  await unChiarimento(chiarimenti, delPartner);
  await superutente.query(`update avanzamento set fine_stimata = '2021-06-30' where id = $1`, [delPartner.id]);
  await superutente.query(`update avanzamento_causa set causa = 'ANTICIPO' where avanzamento_id = $1`, [delPartner.id]);
  await sospendi(sospeso);
  await inserisci(superutente, 'proroga', {
    ...{
      regione_id: regione.id,
      progetto_id: conProroga.id,
      numero: 1,
      stato: 'PRESENTATA',
      fine_attuale: '2020-12-31',
      fine_chiesta: '2021-03-31',
    },
    ...{ motivo: 'Motivo', organizzazione_id: conProroga.capofila.id, presentata_il: '2020-07-01T08:00:00Z' },
  });
  const chi = {
    istruttore: await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore(),
    collega: await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore(),
    dirigente: await (await unUtente({ regione, ruolo: 'DIRIGENTE' })).attore(),
    valutatore: await (await unUtente({ regione, ruolo: 'VALUTATORE' })).attore(),
    altraRegione: await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore(),
    capofila: await inRitardo.capofila.attore(),
  };
  // l'orologio della dimostrazione: il 15 luglio 2020 a Roma
  const oggi = (attore: typeof chi.istruttore) => ({ ...attore, adesso: new Date('2020-07-15T10:00:00Z') });
  return { regione, progetti: { inRitardo, daVerificare, colPartner, sospeso, inVista, conProroga }, chi, oggi, daVerificare: presentata };
}

async function sospendi({ id, regione }: Progetto): Promise<void> {
  await superutente.query(`update progetto set stato = 'SOSPESO' where id = $1`, [id]);
  await inserisci(superutente, 'sospensione', {
    regione_id: regione.id,
    progetto_id: id,
    motivo: 'EMERGENZA_SANITARIA',
    dal: '2020-03-09',
    atto: 'D.D. 1',
    data_atto: '2020-03-09',
  });
}
