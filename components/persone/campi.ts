import { dataBreve } from '@/lib/format/data';
import type { Identita } from '@/lib/identita/identita';
import type { AzioneBreve, PartecipazioneLetta, PersonaLetta } from '@/lib/persone/letture';
import { CITTADINANZE, CONDIZIONI, CONDIZIONI_ABITATIVE, opzioniDi, RISPOSTE, SENZA_CODICE, SESSI, TITOLI } from '@/lib/persone/vocabolari';
import { comuneDi, comuneInParole } from '@/lib/territorio/comuni';
import type { CampoEsame, GruppoCampi } from '../istruttoria/campiEsame';

/** I campi dei moduli delle persone, descritti dal server. */

const NON_DICHIARA = 'Non dichiara';
const cittadinanze = [...CITTADINANZE].map(([valore, etichetta]) => ({ valore, etichetta }));
export const testo = (
  nome: string,
  etichetta: string,
  altro: { aiuto?: string; valore?: string | null; facoltativo?: boolean } = {},
): CampoEsame => ({
  ...{ tipo: 'testo', nome, etichetta, ...altro, valore: altro.valore ?? undefined },
});
export const data = (
  nome: string,
  etichetta: string,
  iso: string | null | undefined,
  altro: { aiuto?: string; facoltativo?: boolean } = {},
): CampoEsame => ({
  ...{ tipo: 'data', nome, etichetta, valore: iso ? dataBreve(iso) : undefined, ...altro },
});
const scelta = (
  nome: string,
  etichetta: string,
  opzioni: { valore: string; etichetta: string }[],
  valore?: string | null,
  aiuto?: string,
): CampoEsame => ({
  ...{ tipo: 'scelta', nome, etichetta, opzioni, vuota: NON_DICHIARA, valore: valore ?? undefined, aiuto },
});
/** Sì, no o «non dichiara»: senza risposta non si sa. */
const domanda = (nome: string, etichetta: string, valore?: string | null, aiuto?: string): CampoEsame => ({
  ...{ tipo: 'risposta', nome, etichetta, opzioni: opzioniDi(RISPOSTE), valore: valore ?? undefined, aiuto },
});
const nomeComune = (istat: string | null | undefined): string | undefined => {
  const comune = istat ? comuneDi(istat) : undefined;
  return comune ? comuneInParole(comune) : (istat ?? undefined);
};
const siNo = (valore: boolean | null | undefined): string | undefined =>
  valore === null || valore === undefined ? undefined : valore ? 'SI' : 'NO';

type Chi = { identita?: Identita; persona?: Pick<PersonaLetta, 'sesso' | 'dataNascita' | 'senzaCodice' | 'nucleo'> };

/** Chi è: il codice per primo, perché riempie sesso e nascita. */
export const campiIdentita = ({ identita, persona }: Chi = {}): GruppoCampi => ({
  legenda: 'Chi è',
  campi: [
    testo('codice', 'Codice fiscale, STP o ENI', {
      valore: identita?.codiceFiscale,
      aiuto: 'Con il codice fiscale il sesso e la data di nascita si riempiono da soli.',
    }),
    {
      ...{
        tipo: 'scelta',
        nome: 'senzaCodice',
        etichetta: 'Se manca il codice fiscale',
        vuota: 'Ha il codice fiscale',
        opzioni: opzioniDi(SENZA_CODICE),
      },
      valore: persona?.senzaCodice ?? undefined,
    },
    testo('cognome', 'Cognome', { valore: identita?.cognome }),
    testo('nome', 'Nome', { valore: identita?.nome }),
    scelta('sesso', 'Sesso', opzioniDi(SESSI), persona?.sesso),
    data('dataNascita', 'Data di nascita', persona?.dataNascita, { aiuto: 'gg/mm/aaaa. Vuota se la persona non la dichiara.' }),
    testo('telefono', 'Telefono', { valore: identita?.telefono, facoltativo: true }),
    testo('email', 'E-mail', { valore: identita?.email, facoltativo: true }),
    testo('indirizzo', 'Indirizzo', { valore: identita?.indirizzo, facoltativo: true }),
    testo('nucleo', 'Codice del nucleo familiare', {
      ...{
        valore: persona?.nucleo,
        facoltativo: true,
        aiuto: 'Lo stesso codice per chi è della stessa famiglia, per esempio F-12. Mai un nome.',
      },
    }),
  ],
});

type Entrata = Partial<PartecipazioneLetta>;

/** Com'era la persona il giorno in cui è entrata. */
export const campiEntrata = (p: Entrata = {}): GruppoCampi => ({
  legenda: 'Com’era all’ingresso',
  campi: [
    data('ingresso', 'Data di ingresso', p.ingresso, { aiuto: 'gg/mm/aaaa. Il primo giorno in cui la persona riceve aiuto dal progetto.' }),
    data('informativaIl', 'Informativa consegnata il', p.informativaIl, {
      aiuto: 'L’informativa sulla privacy si consegna prima di registrare i dati. Non serve un consenso.',
    }),
    testo('comuneResidenza', 'Comune di residenza', {
      valore: nomeComune(p.comuneResidenza),
      facoltativo: true,
      aiuto: 'Per esempio: Biella, oppure Samone (TO).',
    }),
    {
      tipo: 'risposta',
      nome: 'senzaDimora',
      etichetta: 'Senza fissa dimora',
      opzioni: [
        { valore: 'NO', etichetta: 'No' },
        { valore: 'SI', etichetta: 'Sì' },
      ],
      valore: p.senzaDimora ? 'SI' : 'NO',
    },
    scelta('cittadinanza', 'Cittadinanza', cittadinanze, p.cittadinanza),
    scelta('titoloStudio', 'Titolo di studio', opzioniDi(TITOLI), p.titoloStudio, 'Il più alto già ottenuto.'),
    scelta(
      'condizione',
      'Condizione occupazionale',
      opzioniDi(CONDIZIONI),
      p.condizione,
      'Un tirocinio non è un’occupazione; chi studia a tempo pieno è inattivo.',
    ),
    testo('mesiDisoccupazione', 'Da quanti mesi è disoccupata', {
      ...{
        valore: p.mesiDisoccupazione === undefined || p.mesiDisoccupazione === null ? undefined : String(p.mesiDisoccupazione),
        facoltativo: true,
      },
      aiuto: 'Solo per chi è disoccupato.',
    }),
    scelta('condizioneAbitativa', 'Condizione abitativa', opzioniDi(CONDIZIONI_ABITATIVE), p.condizioneAbitativa),
    domanda('origineStraniera', 'Ha entrambi i genitori nati all’estero', p.origineStraniera),
    domanda('disabilita', 'Ha una disabilità', p.disabilita, 'Dato particolare: la persona può non dirlo.'),
    domanda('minoranza', 'Appartiene a una minoranza', p.minoranza, 'Dato particolare: la persona può non dirlo.'),
    domanda('altroSvantaggio', 'Ha un altro svantaggio sociale', p.altroSvantaggio),
    {
      tipo: 'risposta',
      nome: 'rurale',
      etichetta: 'Vive in una zona rurale',
      aiuto: 'Come lo dichiara chi registra: il portale non ha l’elenco dei comuni rurali.',
      opzioni: [
        { valore: 'SI', etichetta: 'Sì' },
        { valore: 'NO', etichetta: 'No' },
      ],
      valore: siNo(p.rurale),
    },
    testo('gruppoVulnerabile', 'Gruppo vulnerabile', {
      valore: p.gruppoVulnerabile,
      facoltativo: true,
      aiuto: 'Il codice della tabella TC31 del monitoraggio nazionale, se lo usi.',
    }),
  ],
});

/** Le azioni che segue: una casella ciascuna. */
export const campiAzioni = (azioni: readonly AzioneBreve[], spuntate: readonly string[]): GruppoCampi => ({
  campi: [
    {
      ...{
        tipo: 'caselle',
        nome: 'azioni',
        etichetta: 'Azioni che segue',
        aiuto: 'Dal giorno di ingresso: date e ore di ciascuna si scrivono nella scheda.',
      },
      opzioni: azioni.map(({ id, codice, titolo }) => ({ valore: id, etichetta: `${codice}, ${titolo}` })),
      spuntate: [...spuntate],
    },
  ],
});
