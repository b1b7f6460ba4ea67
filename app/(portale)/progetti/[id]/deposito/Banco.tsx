import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { LinkBottone } from '@/components/ui/Bottone';
import { Dialogo } from '@/components/ui/Dialogo';
import type { DomandaScritta } from '@/lib/deposito/queriesDomanda';
import { MASSIMO_RISPOSTA } from '@/lib/deposito/schema';
import type { StatoTermine } from '@/lib/deposito/termine';
import { type AttoProgetto, attiProgetto, rifiutoProgetto, TRANSIZIONI_PROGETTO, type VesteProgetto } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { integraAction, presentaAction, riprendiAction, ritiraAction } from './actions';

type Props = { domanda: DomandaScritta; chi: VesteProgetto; mancano: number; termine: StatoTermine };

/** Perché l'atto principale non si può compiere adesso; vuoto se si può. Le stesse regole le riapplicano il comando e il database. */
function impedimento(atto: AttoProgetto, { domanda, chi, mancano, termine }: Props): string {
  const rifiuto = rifiutoProgetto(atto, domanda.stato, chi);
  if (rifiuto) return rifiuto;
  if (atto !== 'integra' && !termine.aperto) return `${termine.quando}.`;
  if (atto !== 'ritiraPresentazione' && mancano > 0)
    return mancano === 1 ? 'Non puoi ancora presentarla: manca 1 cosa.' : `Non puoi ancora presentarla: mancano ${mancano} cose.`;
  return '';
}

/** La barra in fondo: l'atto che si può compiere adesso o, scritto accanto, perché non si può e a chi spetta. */
export const Banco = (props: Props) => {
  const { domanda, chi } = props;
  if (domanda.stato === 'RIMODULAZIONE_INIZIALE')
    return (
      <BarraAzioni testo="La rimodulazione si scrive e si presenta dalla sua pagina.">
        <LinkBottone href={routes.rimodulazioneIniziale(domanda.id)} taglia={36}>
          Vai alla rimodulazione
        </LinkBottone>
      </BarraAzioni>
    );
  const atto = (['presenta', 'integra', 'ritiraPresentazione'] as const).find((a) => TRANSIZIONI_PROGETTO[domanda.stato][a]);
  const fermo = atto ? impedimento(atto, props) : '';
  const ritira = attiProgetto(domanda.stato, chi).includes('ritira');
  if (!atto && !ritira) return null;
  return (
    <BarraAzioni testo={fermo ? <b>{fermo}</b> : atto && TESTI[atto]}>
      {ritira && <Ritira id={domanda.id} />}
      {atto && !fermo && <Atto atto={atto} id={domanda.id} />}
    </BarraAzioni>
  );
};

const TESTI = {
  presenta: 'È tutto completo. Finché non la presenti, la Regione non vede nulla.',
  integra: 'Quando hai finito, invia: la domanda torna alla Regione.',
  ritiraPresentazione: 'Fino al termine puoi riprenderla, correggerla e presentarla di nuovo.',
};

const Atto = ({ atto, id }: { atto: keyof typeof TESTI; id: string }) => {
  const nascosti = { progettoId: id };
  if (atto === 'presenta')
    return (
      <Dialogo id="presenta" titolo="Presentare la domanda alla Regione?" apri="Presenta la domanda" taglia={36}>
        <p>Si congela la versione com’è adesso, con il suo numero di protocollo. Da quel momento nessuno può cambiarla.</p>
        <ModuloAtto action={presentaAction} nascosti={nascosti} invia="Presenta la domanda" />
      </Dialogo>
    );
  if (atto === 'integra')
    return (
      <Dialogo id="integra" titolo="Inviare le integrazioni alla Regione?" apri="Invia le integrazioni" taglia={36}>
        <ModuloAtto
          action={integraAction}
          nascosti={nascosti}
          invia="Invia le integrazioni"
          testo={{ nome: 'risposta', etichetta: 'Che cosa hai integrato', massimo: MASSIMO_RISPOSTA, facoltativo: true }}
        />
      </Dialogo>
    );
  return (
    <Dialogo id="riprendi" titolo="Riprendere la domanda presentata?" apri="Riprendi la domanda" variante="secondario" taglia={36}>
      <p>Torna una bozza, non presentata. Se non la presenti di nuovo entro il termine, la domanda non vale.</p>
      <ModuloAtto action={riprendiAction} nascosti={nascosti} invia="Riprendi la domanda" />
    </Dialogo>
  );
};

const Ritira = ({ id }: { id: string }) => (
  <Dialogo id="ritira" titolo="Ritirare la domanda?" apri="Ritira la domanda" variante="pericolo" taglia={36}>
    <p>La domanda finisce qui, per tutti gli enti dell’aggregazione, e non si può tornare indietro. Resta leggibile.</p>
    <ModuloAtto action={ritiraAction} nascosti={{ progettoId: id }} invia="Ritira la domanda" variante="pericolo" />
  </Dialogo>
);
