/** Il file di un modulo: il suo nome, tagliato, e i byte; vuoti se non c'è. */
export async function fileDi(modulo: FormData): Promise<{ nome: string; contenuto: Uint8Array }> {
  const file = modulo.get('file');
  if (!(file instanceof File)) return { nome: '', contenuto: new Uint8Array() };
  return { nome: file.name.slice(0, 200), contenuto: new Uint8Array(await file.arrayBuffer()) };
}
