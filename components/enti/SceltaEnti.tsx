import { CampoData } from '@/components/forms/CampoTesto';
import { Selezione } from '@/components/forms/Selezione';
import { classiBottone } from '@/components/ui/Bottone';
import type { EnteInElenco } from '@/lib/enti/queries';
import type { Scelta } from '@/lib/enti/schema';
import { dataBreve } from '@/lib/format/data';
import { routes } from '@/lib/routes';

type Props = { enti: EnteInElenco[]; scelta: Scelta; errori: Partial<Record<keyof Scelta, string>> };

/** Chi confluisce, in chi e da quando: si invia nell'indirizzo e la pagina mostra che cosa passa. Non cambia ancora nulla. */
export const SceltaEnti = ({ enti, scelta, errori }: Props) => {
  const opzioni = enti
    .filter(({ confluita }) => confluita === null)
    .map(({ id, denominazione }) => ({ valore: id, etichetta: denominazione }));
  return (
    <form action={routes.fusioneEnti()} className="modulo modulo--stretto">
      <Selezione nome="da" etichetta="Ente che confluisce" opzioni={opzioni} vuota="Scegli un ente" valore={scelta.da} errore={errori.da} />
      <Selezione nome="a" etichetta="Ente in cui confluisce" opzioni={opzioni} vuota="Scegli un ente" valore={scelta.a} errore={errori.a} />
      <CampoData
        nome="dal"
        etichetta="Da quando"
        aiuto="Il primo giorno dell’ente nuovo, gg/mm/aaaa."
        valore={scelta.dal && dataBreve(scelta.dal)}
        errore={errori.dal}
      />
      <div className="btn-row">
        <button type="submit" className={classiBottone({ variante: 'secondario' })}>
          Mostra che cosa passa
        </button>
      </div>
    </form>
  );
};
