import { scarica } from '@/app/(portale)/indicatori/scarica/risposta';
import { DomainError } from '@/lib/errors/domainError';
import { Uuid } from '@/lib/format/uuid';
import { esportaIndicatori } from '@/lib/indicatori/commands/esportaIndicatori';
import { DomandaIndicatori } from '@/lib/indicatori/schema';
import { routes } from '@/lib/routes';

/** Scarica gli indicatori di un progetto come li mostra la pagina. POST, perché lascia una riga nel registro. */
export async function POST(richiesta: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = Uuid.safeParse((await params).id);
  return scarica(richiesta, id.success ? routes.indicatoriProgetto(id.data) : routes.progetti(), async (attore, campi, formato) => {
    if (!id.success) throw new DomainError('progetto.nonTrovato', 'Questo progetto non esiste o non puoi vederlo.');
    const { vista, numero } = DomandaIndicatori.parse(campi);
    return esportaIndicatori(attore, id.data, { ...vista, numero }, formato);
  });
}
