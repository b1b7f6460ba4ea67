'use client';

import type { ContestoPiano, Piano } from '@/lib/piano/contesto';
import type { SceltaManuale } from '@/lib/piano/tagli';
import { CasellaImporto } from './Caselle';

type Props = {
  piano: Piano;
  contesto: Pick<ContestoPiano, 'categorieCosto'>;
  scelta: SceltaManuale;
  cambia: (scelta: SceltaManuale) => void;
};

/** A quali azioni rinunciare, e quanto contributo lasciare a ciascuna voce di quelle che restano. */
export const SceltaAMano = ({ piano, contesto, scelta, cambia }: Props) => {
  const tolta = (id: string) => scelta.azioniTolte.includes(id);
  const alterna = (id: string) =>
    cambia({ ...scelta, azioniTolte: tolta(id) ? scelta.azioniTolte.filter((altra) => altra !== id) : [...scelta.azioniTolte, id] });
  const nome = (codice: string) => contesto.categorieCosto.find((c) => c.codice === codice)?.etichetta ?? codice;
  return (
    <div className="scelta-a-mano">
      {piano.azioni.map(({ id, codice, titolo }) => (
        <fieldset key={id} className="righe">
          <legend>
            <span className="mono">{codice}</span> {titolo}
          </legend>
          <label className="checkline">
            <input type="checkbox" className="check" checked={tolta(id)} onChange={() => alterna(id)} />
            <span>Rinuncia a questa azione</span>
          </label>
          {!tolta(id) && (
            <div className="caselle">
              {piano.voci
                .filter(({ azioneId }) => azioneId === id)
                .map((voce) => (
                  <CasellaImporto
                    key={voce.id}
                    etichetta={`Contributo ${nome(voce.categoria).toLowerCase()} (euro)`}
                    cents={scelta.contributi[voce.id] ?? voce.contributoCents}
                    cambia={(cents) => cambia({ ...scelta, contributi: { ...scelta.contributi, [voce.id]: cents } })}
                  />
                ))}
            </div>
          )}
        </fieldset>
      ))}
    </div>
  );
};
