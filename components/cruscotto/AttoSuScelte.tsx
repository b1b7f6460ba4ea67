import type { Scelte } from '@/lib/cruscotto/letture';
import type { FormState } from '@/lib/forms/formState';
import { ModuloAtto } from '../attuazione/ModuloAtto';
import { Selezione } from '../forms/Selezione';
import { Callout } from '../ui/Callout';
import { Sezione } from '../ui/Sezione';

type Azione = (stato: FormState, dati: FormData) => Promise<FormState>;
type Props = {
  atto: 'sollecita' | 'assegna';
  id: string[];
  vista: 'progetti' | 'azioni';
  /** La domanda dell’elenco a cui si torna. */
  torna: string;
  istruttori: Scelte['istruttori'];
  sollecita: Azione;
  assegna: Azione;
};

/** La conferma di un atto su più righe: dice che cosa succede e a quanti, prima di farlo. */
export const AttoSuScelte = ({ atto, id, vista, torna, istruttori, sollecita, assegna }: Props) => {
  if (id.length === 0) return <Callout tipo="attenzione">Scegli almeno una riga con la casella all’inizio, poi ripeti.</Callout>;
  const quante = `${id.length} ${vista === 'azioni' ? (id.length === 1 ? 'azione scelta' : 'azioni scelte') : id.length === 1 ? 'progetto scelto' : 'progetti scelti'}`;
  const righe = id.map((valore) => <input key={valore} type="hidden" name="id" value={valore} />);
  return atto === 'sollecita' ? (
    <Sezione id="sollecita" titolo="Invia un promemoria">
      <p className="mb-4">
        {quante}. Scriviamo a chi lavora ai progetti che aspettano qualcosa dagli enti, al massimo una volta al giorno per progetto. Il
        testo è fisso e porta alla pagina «Cosa devo fare»; un messaggio inviato non si può ritirare.
      </p>
      <ModuloAtto action={sollecita} nascosti={{ vista, torna }} invia="Invia il promemoria" taglia={36}>
        {righe}
      </ModuloAtto>
    </Sezione>
  ) : (
    <Sezione id="assegna" titolo="Assegna le relazioni">
      <p className="mb-4">{quante}. Le relazioni in verifica di questi progetti passano a chi indichi.</p>
      <ModuloAtto action={assegna} nascosti={{ vista, torna }} invia="Assegna" taglia={36}>
        {righe}
        <Selezione
          nome="utenteId"
          etichetta="A chi"
          vuota="Scegli una persona"
          required
          opzioni={istruttori.map(({ id: valore, nome }) => ({ valore, etichetta: nome }))}
        />
      </ModuloAtto>
    </Sezione>
  );
};
