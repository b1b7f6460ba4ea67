import type { CampoVista, SezioneVista } from '@/lib/versioni/tabellePiano';
import { Cella, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';

/** Una sezione com'era in una versione: si legge e basta. */
export const SezioneVersione = ({ sezione: { chiave, titolo, campi } }: { sezione: SezioneVista }) => (
  <Sezione id={`sezione-${chiave}`} titolo={titolo}>
    {campi.map((campo) => (
      <div key={campo.chiave} className="pt-4">
        <h3>{campo.etichetta}</h3>
        <Valore campo={campo} />
      </div>
    ))}
  </Sezione>
);

const Valore = ({ campo }: { campo: CampoVista }) => {
  if (campo.tipo === 'testo') return campo.testo ? <p className="testo">{campo.testo}</p> : <p className="muted">Non compilato.</p>;
  if (campo.righe.length === 0) return <p className="muted">Nessuna riga.</p>;
  return (
    <Tabella
      didascalia={campo.etichetta}
      colonne={campo.colonne.map(({ etichetta, numerica }) => ({ etichetta, numerica }))}
      piede={campo.piede && <RigaTesti celle={campo.piede} colonne={campo.colonne} />}
    >
      {campo.righe.map((celle, indice) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: una versione non cambia
        <RigaTesti key={indice} celle={celle} colonne={campo.colonne} />
      ))}
    </Tabella>
  );
};

const RigaTesti = ({ celle, colonne }: { celle: string[]; colonne: { etichetta: string; numerica?: boolean }[] }) => (
  <Riga>
    {colonne.map(({ etichetta, numerica }, i) => (
      <Cella key={etichetta} etichetta={etichetta} numerica={numerica} classe="testo">
        {celle[i]}
      </Cella>
    ))}
  </Riga>
);
