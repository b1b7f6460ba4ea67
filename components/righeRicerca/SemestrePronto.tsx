import { dataEOra } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { PASSI } from '@/lib/soppressione/kAnonimato';
import type { SemestrePubblicato } from '@/lib/soppressione/queriesRighe';
import { nomeSemestre } from '@/lib/soppressione/semestri';
import { Bottone } from '../ui/Bottone';
import { ElencoChiave } from '../ui/ElencoChiave';

const FORMATI = [
  ['csv', 'CSV per Excel'],
  ['csv-r', 'CSV per R'],
  ['xlsx', 'XLSX'],
] as const;

/** Un semestre preparato: che cosa c'è, che cosa è stato generalizzato o tolto, e come si scarica. */
export const SemestrePronto = ({ programma, pubblicato }: { programma: string; pubblicato: SemestrePubblicato }) => {
  const { semestre, sha256, rilasciatoIl, resoconto } = pubblicato;
  const { k, lette, diffuse, tolte, passi } = resoconto;
  return (
    <article className="sec">
      <h3>{nomeSemestre(semestre)}</h3>
      <ElencoChiave
        voci={[
          { termine: 'Righe', valore: `${numero(diffuse)} di ${numero(lette)}; tolte ${numero(tolte)}` },
          { termine: 'Ogni combinazione vale per', valore: `almeno ${k} persone` },
          { termine: 'Preparate', valore: dataEOra(new Date(rilasciatoIl)) },
          { termine: 'SHA-256', valore: sha256 },
        ]}
      />
      {passi.length > 0 && (
        <ul className="punti">
          {PASSI.filter(({ codice }) => passi.includes(codice)).map(({ codice, inParole }) => (
            <li key={codice}>{inParole}</li>
          ))}
        </ul>
      )}
      <form action={routes.scaricaRighePersone()} method="post" className="mt-3 flex flex-wrap items-center gap-2">
        <input type="hidden" name="programma" value={programma} />
        <input type="hidden" name="semestre" value={semestre} />
        <span className="text-small text-muted">Scarica</span>
        {FORMATI.map(([formato, etichetta]) => (
          <Bottone key={formato} type="submit" name="formato" value={formato} variante="quieto" taglia={32}>
            {etichetta}
            <span className="sr"> {nomeSemestre(semestre)}</span>
          </Bottone>
        ))}
      </form>
    </article>
  );
};
