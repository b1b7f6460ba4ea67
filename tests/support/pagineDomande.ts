import { routes } from '@/lib/routes';
import type { Lettore, Mondo } from './mondoHttp';
import { ENTI, INESISTENTE, perTutti, privata, pubblica, REGIONI, soloPost, storti, type Visita } from './visite';

/** Le pagine della prima metà della vita di un progetto: chi le apre. */

const SCRITTORI = ['capofila', 'partner'] as const;
const DI_A = [...SCRITTORI, 'regione'] as const;
const SEGRETO = 'x'.repeat(43);

/** Una pagina di una domanda di A: la aprono `apre`; degli altri, come di una che non c'è, non si sa nulla. */
const di = (indirizzo: (id: string) => string, id: string, apre: readonly Lettore[]): Visita[] => [
  privata('di A', indirizzo(id), apre),
  privata('inesistente', indirizzo(INESISTENTE), []),
  ...storti(indirizzo),
];

/** Un file che il browser scarica: senza sessione si passa dall'accesso. */
const verbale = ({ a }: Mondo): Visita[] => {
  const visita = privata('di A', routes.verbale(a.domande.bando.id, 'IDEA'), ['regione']);
  return [{ ...visita, attese: { ...visita.attese, nessuno: `→ ${routes.accesso()}` } }];
};

export const ATTESE_DOMANDE: Record<string, (mondo: Mondo) => Visita[]> = {
  '/bandi': () => [privata('unica', routes.bandi(), REGIONI)],
  '/bandi/nuovo': () => [privata('unica', routes.nuovoBando(), REGIONI)],
  '/bandi/[id]': ({ a }) => di(routes.bando, a.domande.bando.id, ['regione']),
  '/bandi/[id]/anteprima': ({ a }) => di(routes.anteprimaBando, a.domande.bando.id, ['regione']),
  '/bandi/[id]/commissione': ({ a }) => di(routes.commissione, a.domande.bando.id, ['regione']),
  '/bandi/[id]/graduatoria': ({ a }) => di((id) => routes.graduatoria(id, { fase: 'IDEA' }), a.domande.bando.id, ['regione']),
  '/bandi/[id]/graduatoria/verbale': verbale,
  '/enti/fusione': () => [privata('unica', routes.fusioneEnti(), REGIONI)],
  '/domande': () => [privata('unica', routes.domande(), ENTI)],
  '/domande/nuova': ({ a }) => [
    privata('di A', routes.nuovaDomanda(a.domande.bando.id), ENTI),
    privata('inesistente', routes.nuovaDomanda(INESISTENTE), []),
  ],
  '/progetti/[id]/scrivi/[sezione]': ({ a }) => [
    ...di((id) => routes.sezione(id, 'contesto'), a.domande.idea.id, SCRITTORI),
    privata('sezione che non c’è', routes.sezione(a.domande.idea.id, 'inventata'), []),
  ],
  '/progetti/[id]/scrivi/[sezione]/salva': ({ a }) => soloPost(routes.salvaSezione(a.domande.idea.id, 'contesto')),
  '/progetti/[id]/scrivi/[sezione]/presenza': ({ a }) => soloPost(routes.presenza(a.domande.idea.id, 'contesto')),
  '/progetti/[id]/nuova-versione': ({ a }) => [privata('già all’ultima', routes.nuovaVersioneBando(a.domande.idea.id), SCRITTORI)],
  '/progetti/[id]/partner': ({ a }) => di(routes.partner, a.domande.idea.id, SCRITTORI),
  '/progetti/[id]/deposito': ({ a }) => di(routes.deposito, a.domande.idea.id, SCRITTORI),
  '/progetti/[id]/documenti': ({ a }) => di(routes.documenti, a.domande.idea.id, SCRITTORI),
  '/progetti/[id]/documenti/carica': ({ a }) => soloPost(`${routes.documenti(a.domande.idea.id)}/carica`),
  '/progetti/[id]/documenti/[documentoId]': ({ a }) => [
    privata('di A', routes.scaricaDocumento(a.domande.idea.id, a.domande.documentoId), SCRITTORI),
    privata('in un altro progetto', routes.scaricaDocumento(a.domande.progetto.id, a.domande.documentoId), []),
  ],
  '/progetti/[id]/evidenze/carica': ({ a }) => soloPost(routes.caricaEvidenza(a.domande.idea.id)),
  '/progetti/[id]/evidenze/[evidenzaId]': ({ a }) => [privata('inesistente', routes.scaricaEvidenza(a.domande.idea.id, INESISTENTE), [])],
  '/progetti/[id]/storia': ({ a }) => di(routes.storia, a.domande.presentata.id, DI_A),
  '/progetti/[id]/versioni': ({ a }) => di(routes.versioni, a.domande.presentata.id, DI_A),
  '/progetti/[id]/versioni/[numero]': ({ a }) => di((id) => routes.versione(id, 1), a.domande.presentata.id, DI_A),
  '/progetti/[id]/versioni/[numero]/pdf': ({ a }) => di((id) => routes.domandaPdf(id, 1), a.domande.presentata.id, DI_A),
  '/progetti/[id]/versioni/[numero]/ricevuta': ({ a }) => di((id) => routes.ricevuta(id, 1), a.domande.presentata.id, DI_A),
  '/progetti/[id]/versioni/confronto': ({ a }) => di((id) => routes.confrontoVersioni(id, { da: 1, a: 2 }), a.domande.daDecidere.id, DI_A),
  '/progetti/[id]/avviso': ({ a }) => di(routes.avvisoProgetto, a.domande.partnership.id, DI_A),
  '/progetti/[id]/avviso/[candidaturaId]': ({ a }) => [
    privata('di A', routes.candidatura(a.domande.partnership.id, a.domande.candidaturaId), ['capofila']),
    privata('in un altro progetto', routes.candidatura(a.domande.idea.id, a.domande.candidaturaId), []),
  ],
  '/progetti/[id]/avviso/[candidaturaId]/allegati/[allegatoId]': ({ a }) => [
    privata('inesistente', `${routes.candidatura(a.domande.partnership.id, a.domande.candidaturaId)}/allegati/${INESISTENTE}`, []),
  ],
  '/progetti/[id]/prescrizioni': ({ a }) => di(routes.prescrizioni, a.domande.prescrizioni.id, DI_A),
  '/progetti/[id]/lettere': ({ a }) => di(routes.lettere, a.domande.prescrizioni.id, DI_A),
  '/progetti/[id]/lettere/[decisioneId]': ({ a }) => [
    privata('di A', routes.lettera(a.domande.prescrizioni.id, a.domande.decisioneId), DI_A),
    privata('in un altro progetto', routes.lettera(a.domande.idea.id, a.domande.decisioneId), []),
  ],
  '/progetti/[id]/rimodulazione': ({ a }) => di(routes.rimodulazioneIniziale, a.domande.rimodulazione.id, DI_A),
  '/progetti/[id]/convenzione': ({ a }) => di(routes.convenzione, a.domande.daAvviare.id, DI_A),
  '/progetti/[id]/calendario': ({ a }) => di(routes.calendario, a.casi.bozza.progetto.id, DI_A),
  '/progetti/[id]/azioni': ({ a }) => di(routes.azioni, a.casi.bozza.progetto.id, DI_A),
  '/progetti/[id]/azioni/[azioneId]': ({ a: { casi } }) => [
    ...di((id) => routes.azione(casi.presentata.progetto.id, id), casi.presentata.progetto.azioni[0]?.id ?? '', DI_A),
    privata('in un altro progetto', routes.azione(casi.bozza.progetto.id, casi.presentata.progetto.azioni[0]?.id ?? ''), []),
  ],
  '/progetti/[id]/indicatori': ({ a }) => di(routes.indicatoriProgetto, a.casi.bozza.progetto.id, [...DI_A, 'ricerca']),
  '/progetti/[id]/indicatori/scarica': ({ a }) => soloPost(routes.scaricaIndicatori(a.casi.bozza.progetto.id)),
  '/indicatori': () => [privata('unica', routes.indicatori(), [...REGIONI, 'ricerca'])],
  '/indicatori/scarica': () => soloPost(routes.scaricaIndicatori()),
  '/progetti/[id]/privacy': ({ a }) => di(routes.privacyProgetto, a.casi.bozza.progetto.id, DI_A),
  '/progetti/[id]/privacy/[modello]': ({ a }) =>
    di((id) => routes.modelloPrivacy(id, 'informativa', 'pdf'), a.casi.bozza.progetto.id, DI_A),
  '/progetti/[id]/conteggi': ({ a }) => di(routes.conteggi, a.casi.bozza.progetto.id, DI_A),
  '/progetti/[id]/classificazione': ({ a }) => di(routes.classificazioneProgetto, a.casi.bozza.progetto.id, [...DI_A, 'ricerca']),
  '/progetti/[id]/rete': ({ a }) => di(routes.reteProgetto, a.casi.bozza.progetto.id, [...DI_A, 'ricerca']),
  '/progetti/[id]/segnali': ({ a }) => di(routes.segnali, a.casi.bozza.progetto.id, DI_A),
  '/cruscotto/segnali': () => [privata('unica', routes.cruscottoSegnali(), REGIONI)],
  '/progetti/[id]/modifiche': ({ a }) => di(routes.modifiche, a.modifiche.progettoId, DI_A),
  '/progetti/[id]/modifiche/[richiestaId]': ({ a: { modifiche, casi } }) => [
    ...di((id) => routes.modifica(modifiche.progettoId, id), modifiche.presentata, DI_A),
    privata('in preparazione', routes.modifica(modifiche.progettoId, modifiche.bozza), SCRITTORI),
    privata('in un altro progetto', routes.modifica(casi.bozza.progetto.id, modifiche.presentata), []),
  ],
  '/progetti/[id]/proroghe': ({ a }) => di(routes.proroghe, a.proroghe.progettoId, DI_A),
  '/progetti/[id]/proroghe/[prorogaId]': ({ a: { proroghe, casi } }) => [
    ...di((id) => routes.proroga(proroghe.progettoId, id), proroghe.inEsame, DI_A),
    privata('in preparazione', routes.proroga(proroghe.progettoId, proroghe.bozza), SCRITTORI),
    privata('in un altro progetto', routes.proroga(casi.bozza.progetto.id, proroghe.inEsame), []),
  ],
  '/progetti/[id]/sospensioni': ({ a }) => di(routes.sospensioni, a.proroghe.progettoId, DI_A),
  '/progetti/[id]/cessazione': ({ a }) => di(routes.cessazione, a.proroghe.progettoId, DI_A),
  '/bandi/[id]/sospensioni': ({ a }) => di(routes.sospensioniBando, a.domande.bando.id, ['regione']),
  '/richieste': () => [privata('unica', routes.richieste(), REGIONI)],
  '/istruttorie': () => [privata('unica', routes.istruttorie(), REGIONI)],
  '/istruttorie/[id]': ({ a }) => di(routes.istruttoria, a.domande.presentata.id, ['regione']),
  '/istruttorie/[id]/decisione': ({ a }) => di(routes.decisione, a.domande.daDecidere.id, ['regione']),
  '/valutazioni': () => [privata('unica', routes.valutazioni(), REGIONI)],
  '/valutazioni/[progettoId]': ({ a }) => di((id) => routes.valutazione(id, { fase: 'PROGETTO' }), a.domande.daDecidere.id, ['regione']),
  '/bandi-aperti': () => pubblica(routes.bandiAperti()),
  '/avvisi': () => pubblica(routes.avvisi()),
  '/avvisi/[id]': ({ a }) => [
    ...pubblica(routes.avviso(a.domande.avvisoId)),
    { quale: 'inesistente', percorso: routes.avviso(INESISTENTE), attese: perTutti('404') },
  ],
  '/avvisi/[id]/candidatura': ({ a }) => pubblica(routes.candidati(a.domande.avvisoId)),
  '/avvisi/conferma/[segreto]': () => pubblica(routes.confermaCandidatura(SEGRETO)),
  '/invito/[segreto]': () => pubblica(routes.invito(SEGRETO)),
};

/** Ciò che il browser scarica: non è una pagina da guardare. */
export const SCARICAMENTI: readonly string[] = [
  '/dati-aperti/scarica/[file]',
  '/novita.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/persone/modello',
  '/bandi/[id]/graduatoria/verbale',
  '/progetti/[id]/documenti/[documentoId]',
  '/progetti/[id]/evidenze/[evidenzaId]',
  '/progetti/[id]/versioni/[numero]/pdf',
  '/progetti/[id]/privacy/[modello]',
  '/progetti/[id]/versioni/[numero]/ricevuta',
  '/progetti/[id]/lettere/[decisioneId]',
  '/progetti/[id]/avviso/[candidaturaId]/allegati/[allegatoId]',
];

/** Le altre facce di queste pagine: ogni parte della configurazione, ogni stato di una domanda. */
export const LAVORO_DOMANDE: Partial<Record<Lettore, (mondo: Mondo) => string[]>> = {
  capofila: ({ a: { domande, modifiche, proroghe } }) => [
    routes.modifica(modifiche.progettoId, modifiche.bozza),
    routes.proroga(proroghe.progettoId, proroghe.bozza),
    routes.progetto(domande.idea.id),
    routes.deposito(domande.progetto.id),
    routes.sezione(domande.progetto.id, 'azioni'),
    routes.sezione(domande.progetto.id, 'quadro_economico'),
    routes.sezione(domande.presentata.id, 'contesto'),
  ],
  regione: ({ a: { domande } }) => [
    routes.richieste({ genere: 'RINUNCIA', q: 'nessuno così' }),
    ...['sezioni', 'documenti', 'verifiche', 'griglia', 'costi', 'attuazione', 'pubblicazione'].map((parte) =>
      routes.bando(domande.bando.id, { parte }),
    ),
    routes.istruttoria(domande.ammissibile.id),
    routes.progetto(domande.presentata.id),
  ],
};
