import { ModuloAttuazione } from '@/components/bandi/ModuloAttuazione';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Sezione } from '@/components/ui/Sezione';
import { type Attuazione, DOMINI_MODIFICA } from '@/lib/bandi/configurazione';
import { moduloAttuazione } from '@/lib/bandi/datiAttuazione';
import { NOME_CALENDARIO, NOME_DOMINIO, NOME_INDICATORI } from '@/lib/bandi/nomi';
import { dataBreve } from '@/lib/format/data';
import { salvaAttuazioneAction } from './actions';
import type { Editor } from './editor';

const CALENDARI = Object.entries(NOME_CALENDARIO).map(([valore, etichetta]) => ({ valore, etichetta }));
const INDICATORI = Object.entries(NOME_INDICATORI).map(([valore, etichetta]) => ({ valore, etichetta }));
const maiuscola = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

/** Le regole che valgono dopo l'avvio dei progetti. */
export const ParteAttuazione = ({ editor: { id, rev, scrive, configurazione: c } }: { editor: Editor }) => (
  <Sezione id="attuazione" titolo="Attuazione" nota="Vale per i progetti avviati con questa versione del bando.">
    {scrive ? (
      <ModuloAttuazione
        action={salvaAttuazioneAction}
        bandoId={id}
        rev={rev}
        valori={moduloAttuazione(c)}
        calendari={CALENDARI}
        indicatori={INDICATORI}
        domini={DOMINI_MODIFICA.map((chiave) => ({ chiave, nome: maiuscola(NOME_DOMINIO[chiave]) }))}
      />
    ) : (
      <ElencoChiave voci={inLettura(c.attuazione)} />
    )}
  </Sezione>
);

const inLettura = (a: Attuazione) => [
  { termine: 'Relazioni', valore: NOME_CALENDARIO[a.calendario] },
  a.calendario === 'DATE'
    ? { termine: 'Date scelte', valore: a.date.map(dataBreve).join(', ') }
    : { termine: 'Periodi', valore: a.dallAvvio ? 'dal giorno di avvio di ogni progetto' : 'del calendario' },
  { termine: 'Giorni per presentare una relazione', valore: a.giorniConsegna },
  { termine: 'Durata dei progetti', valore: `${a.durataMesi} mesi` },
  { termine: 'Quota spostabile con una comunicazione', valore: `${a.sogliaBudgetPercento}%` },
  { termine: 'Proroga massima per ogni richiesta', valore: `${a.prorogaMassimaMesi} mesi` },
  { termine: 'Indicatori sui partecipanti', valore: NOME_INDICATORI[a.indicatori] },
  { termine: 'Verifica se una persona è già seguita altrove', valore: a.sovrapposizioni ? 'permessa' : 'non permessa' },
  ...DOMINI_MODIFICA.map((d) => ({
    termine: `Modifiche: ${NOME_DOMINIO[d]}`,
    valore: a.competenti[d] === 'ISTRUTTORE' ? 'decide l’istruttore' : 'decide il dirigente',
  })),
];
