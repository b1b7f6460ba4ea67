import { Bottone } from '@/components/ui/Bottone';

const FORMATI = [
  ['csv', 'CSV per Excel'],
  ['csv-r', 'CSV per R'],
  ['xlsx', 'XLSX'],
] as const;

type Props = { action: string; nascosti: Record<string, string> };

/** Scaricare è un atto che resta nel registro: una POST, con ciò che la pagina mostra. */
export const ScaricaIndicatori = ({ action, nascosti }: Props) => (
  <form action={action} method="post" className="mt-3 flex flex-wrap items-center gap-2">
    {Object.entries(nascosti).map(([nome, valore]) => (
      <input key={nome} type="hidden" name={nome} value={valore} />
    ))}
    <span className="text-small text-muted">Scarica</span>
    {FORMATI.map(([formato, etichetta]) => (
      <Bottone key={formato} type="submit" name="formato" value={formato} variante="quieto" taglia={32}>
        {etichetta}
        <span className="sr"> degli indicatori</span>
      </Bottone>
    ))}
  </form>
);
