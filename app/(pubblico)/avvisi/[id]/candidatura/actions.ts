'use server';

import { improntaDi, nuovoSegreto } from '@/lib/auth/segreti';
import { difettoAllegati, type FileRicevuto } from '@/lib/avvisi/allegati';
import { ModuloCandidatura } from '@/lib/avvisi/candidatura';
import { inviaCandidatura } from '@/lib/avvisi/commands/inviaCandidatura';
import { leggiAvvisoPubblico } from '@/lib/avvisi/queriesPubbliche';
import { DomainError } from '@/lib/errors/domainError';
import { azionePubblica } from '@/lib/forms/azionePubblica';
import { textValues } from '@/lib/forms/textValues';
import { indirizzoIntero, postaInPagina } from '@/lib/posta/dimostrazione';
import { routes } from '@/lib/routes';

const leggi = (formData: FormData) => ({ ...textValues(formData), azioni: formData.getAll('azioni') });

/** Chi non ha un account si candida: riceve per posta il collegamento con cui confermare. */
export const candidatiAction = azionePubblica(
  ModuloCandidatura,
  async (modulo, formData) => {
    // un campo che le persone non vedono: chi lo riempie è un programma, e crede di esserci riuscito
    if (formData.get('sito')) return { status: 'fatto' };
    const file = await allegatiDi(formData);
    const avviso = await leggiAvvisoPubblico(modulo.avvisoId);
    if (!avviso) throw new DomainError('avviso.nonTrovato', 'Questo avviso non esiste più.');
    const note = new Set(avviso.azioni.map(({ chiave }) => chiave));
    if (!modulo.azioni.every((chiave) => note.has(chiave)))
      throw new DomainError('candidatura.azione', 'Una delle azioni non è nell’avviso. Ricarica la pagina.', 'azioni');
    const segreto = nuovoSegreto();
    const percorso = routes.confermaCandidatura(segreto);
    const scritto = { titolo: avviso.titolo, ente: avviso.ente, chiude: avviso.chiude ? new Date(avviso.chiude) : null };
    await inviaCandidatura(modulo, file, scritto, { impronta: improntaDi(segreto), collegamento: indirizzoIntero(percorso) });
    return { status: 'fatto', collegamento: postaInPagina() ? percorso : undefined };
  },
  { leggi },
);

async function allegatiDi(formData: FormData): Promise<FileRicevuto[]> {
  const scelti = formData.getAll('allegati').filter((valore): valore is File => valore instanceof File && valore.size > 0);
  const file: FileRicevuto[] = [];
  for (const scelto of scelti) file.push({ nome: scelto.name, contenuto: new Uint8Array(await scelto.arrayBuffer()) });
  const difetto = difettoAllegati(file);
  if (difetto) throw new DomainError('candidatura.allegati', difetto, 'allegati');
  return file;
}
