import { rifiuto } from './rifiuti';
import { MASSIMO_BYTE, type TipoDocumento, tipoDi } from './tipi';

/**
 * Il tipo di un file da conservare, letto dai suoi byte (al massimo 10 MB).
 * @throws DomainError documento.vuoto, documento.grande, documento.tipo
 */
export function esigiTipo(contenuto: Uint8Array): TipoDocumento {
  if (contenuto.length === 0) throw rifiuto('documento.vuoto');
  if (contenuto.length > MASSIMO_BYTE) throw rifiuto('documento.grande');
  const tipo = tipoDi(contenuto);
  if (!tipo) throw rifiuto('documento.tipo');
  return tipo;
}
