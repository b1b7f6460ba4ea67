import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Selezione } from '@/components/forms/Selezione';
import type { Domanda, PartnerDomanda } from '@/lib/domande/queries';
import { DIRITTI, NOME_DIRITTO } from '@/lib/domande/schema';
import { permessiAction } from './actions';

type Props = { domanda: Domanda; partner: PartnerDomanda[] };

/** Che cosa può fare ogni partner, sezione per sezione: lo decide il capofila, gli altri lo leggono. */
export const Permessi = ({ domanda, partner }: Props) => {
  const dirittoDi = (organizzazioneId: string, chiave: string) =>
    domanda.permessi.find((p) => p.organizzazioneId === organizzazioneId && p.chiave === chiave)?.diritto ?? 'SCRITTURA';
  return partner.map(({ organizzazioneId, denominazione }) => {
    const ristrette = domanda.sezioni.filter(({ chiave }) => dirittoDi(organizzazioneId, chiave) !== 'SCRITTURA');
    return (
      <details key={organizzazioneId} className="chiedi">
        <summary>
          {denominazione}:{' '}
          {ristrette.length === 0
            ? 'scrive tutte le sezioni'
            : ristrette.map((s) => `${s.titolo} (${NOME_DIRITTO[dirittoDi(organizzazioneId, s.chiave)].toLowerCase()})`).join(', ')}
        </summary>
        {domanda.veste.capofila && (
          <ModuloAtto
            action={permessiAction}
            nascosti={{ progettoId: domanda.id, organizzazioneId }}
            invia="Salva i permessi"
            variante="secondario"
          >
            {domanda.sezioni.map(({ chiave, titolo }) => (
              <Selezione
                key={chiave}
                nome={`diritto.${chiave}`}
                id={`diritto-${organizzazioneId}-${chiave}`}
                etichetta={titolo}
                valore={dirittoDi(organizzazioneId, chiave)}
                opzioni={DIRITTI.map((valore) => ({ valore, etichetta: NOME_DIRITTO[valore] }))}
              />
            ))}
          </ModuloAtto>
        )}
      </details>
    );
  });
};
