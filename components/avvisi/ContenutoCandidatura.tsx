import type { CandidaturaIntera } from '@/lib/avvisi/letture';
import { TIPI_ORGANIZZAZIONE } from '@/lib/avvisi/voci';
import { dataEOra } from '@/lib/format/data';
import { FattiChiave } from '../ui/FattiChiave';
import { Sezione } from '../ui/Sezione';

type Props = { candidatura: CandidaturaIntera; hrefAllegato: (id: string) => string };

/** Ciò che ha scritto chi si candida, com'è arrivato. */
export const ContenutoCandidatura = ({ candidatura: { candidatura: c, avviso, allegati }, hrefAllegato }: Props) => (
  <>
    <FattiChiave
      fatti={[
        { termine: 'Tipo', valore: TIPI_ORGANIZZAZIONE[c.dati.tipo] },
        { termine: 'Codice fiscale', valore: c.codiceFiscale, codice: true },
        { termine: 'RUNTS', valore: c.dati.runts || 'Non indicato', codice: c.dati.runts !== '' },
        { termine: 'Arrivata', valore: dataEOra(new Date(c.inviataIl)) },
        { termine: 'Sede', valore: c.dati.sede },
        { termine: 'Email', valore: c.email },
      ]}
    />
    <Sezione id="azioni-scelte" titolo="Azioni che interessano">
      <div className="prose">
        <ul>
          {avviso.azioni
            .filter(({ chiave }) => c.dati.azioni.includes(chiave))
            .map(({ chiave, titolo }) => (
              <li key={chiave}>{titolo}</li>
            ))}
        </ul>
      </div>
    </Sezione>
    <Testo id="valore" titolo="Valore aggiunto" testo={c.dati.valoreAggiunto} />
    <Testo id="risorse" titolo="Risorse proprie" testo={c.dati.risorseProprie} />
    <Testo id="esperienza" titolo="Esperienza" testo={c.dati.esperienza} />
    {allegati.length > 0 && (
      <Sezione id="allegati" titolo="Allegati" nota="Li ha caricati chi si candida: aprili con prudenza.">
        <div className="prose">
          <ul>
            {allegati.map(({ id, nome, byte }) => (
              <li key={id}>
                <a href={hrefAllegato(id)}>{nome}</a> ({Math.max(1, Math.round(byte / 1024))} kB)
              </li>
            ))}
          </ul>
        </div>
      </Sezione>
    )}
  </>
);

const Testo = ({ id, titolo, testo }: { id: string; titolo: string; testo: string }) => (
  <Sezione id={id} titolo={titolo}>
    <p className="max-w-[680px] whitespace-pre-line">{testo}</p>
  </Sezione>
);
