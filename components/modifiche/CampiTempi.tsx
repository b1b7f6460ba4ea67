import { dataBreve } from '@/lib/format/data';
import { NOMI } from '@/lib/moduloModifica/nomi';
import { CampoData } from '../forms/CampoTesto';
import { azioniDelle, type PropsCampi } from './campi';

const scritta = (iso: string | null | undefined): string => (iso ? dataBreve(iso) : '');

/** Inizio e fine di ogni azione, con le date in vigore. */
export const CampiTempi = ({ v, errore, ...piani }: PropsCampi) =>
  azioniDelle(piani).map(({ azione, inVigore }) => (
    <fieldset key={azione.id} className="righe">
      <legend>
        <span className="mono">{azione.codice}</span> {azione.titolo}
      </legend>
      <div className="caselle caselle--riga">
        <CampoData
          nome={NOMI.inizio(azione.id)}
          etichetta="Inizio (gg/mm/aaaa)"
          prima={scritta(inVigore?.inizio) || 'non indicato'}
          valore={v(NOMI.inizio(azione.id), scritta(azione.inizio))}
          errore={errore(NOMI.inizio(azione.id))}
        />
        <CampoData
          nome={NOMI.fine(azione.id)}
          etichetta="Fine (gg/mm/aaaa)"
          prima={scritta(inVigore?.fine) || 'non indicata'}
          valore={v(NOMI.fine(azione.id), scritta(azione.fine))}
          errore={errore(NOMI.fine(azione.id))}
        />
      </div>
    </fieldset>
  ));
