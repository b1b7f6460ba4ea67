import { notFound } from 'next/navigation';
import { rispostaPdf } from '@/lib/pdf/risposta';
import { ricevutaPdf } from '@/lib/versioni/pdf';
import { numeroDi, versioniDellIndirizzo } from '../../versione';

/** La ricevuta di una versione, in PDF. Si rifà a ogni richiesta da ciò che è congelato: gli stessi byte ogni volta. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; numero: string }> }): Promise<Response> {
  const { id, numero } = await params;
  const { progetto, versioni } = await versioniDellIndirizzo(id, [numeroDi(numero)]);
  const [versione] = versioni;
  if (!versione) notFound();
  return rispostaPdf(ricevutaPdf(progetto, versione), `Ricevuta ${progetto.codice} versione ${versione.numero}.pdf`);
}
