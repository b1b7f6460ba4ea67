import { peso } from '@/lib/documenti/nome';
import { numero as scritto } from '@/lib/format/euro';
import type { FileFermo } from '@/lib/istantanee/schema';
import { routes } from '@/lib/routes';
import { Bottone } from '../ui/Bottone';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

const COLONNE = [
  { etichetta: 'File' },
  { etichetta: 'Righe', numerica: true },
  { etichetta: 'Peso', numerica: true },
  { etichetta: 'SHA-256' },
  { etichetta: 'Scarica' },
];

/** I file di un'istantanea, ognuno con la sua impronta. */
export const FileIstantanea = ({ numero, file }: { numero: number; file: readonly FileFermo[] }) => (
  <Tabella didascalia={`File dell’istantanea ${numero}`} colonne={COLONNE} schede="etichette" fitta>
    {file.map(({ nome, righe, byte, sha256 }) => (
      <Riga key={nome}>
        <CellaTitolo>{nome}</CellaTitolo>
        <Cella etichetta="Righe" numerica>
          {righe === null ? 'Non si contano' : scritto(righe)}
        </Cella>
        <Cella etichetta="Peso" numerica>
          {peso(byte)}
        </Cella>
        <Cella etichetta="SHA-256">
          <code className="break-all">{sha256}</code>
        </Cella>
        <Cella etichetta="Scarica">
          <form action={routes.scaricaIstantanea(numero)} method="post">
            <Bottone type="submit" name="file" value={nome} variante="quieto" taglia={32}>
              Scarica<span className="sr"> {nome}</span>
            </Bottone>
          </form>
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
