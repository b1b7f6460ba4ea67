import { Ambito, Categoria, Causa, CODICE_REGIONE, Ente, type File, type Meta } from './formato';
import type { Rifiuto } from './frasi';
import { accettaElenco, nuovoRegistro, type Registro, type Riga } from './registro';
import { type ProgettoAccettato, validaProgetti } from './validaProgetti';

/** Il programma con le sole righe accettate: ogni riferimento tra righe è buono. */
export type Programma = {
  meta: Meta;
  categorie: Categoria[];
  cause: Causa[];
  ambiti: Ambito[];
  enti: Ente[];
  progetti: ProgettoAccettato[];
};

const dati = <T>(righe: Riga<T>[]): T[] => righe.map(({ dato }) => dato);
const perId = { campo: 'id', di: ({ id }: { id: string | number }) => id };
const perCodice = { campo: 'codice', di: ({ codice }: { codice: string }) => codice };

/** Controlla ogni riga del file: quelle che non vanno escono da sole, con percorso e motivo; le altre restano. */
export function valida(file: File): { programma: Programma; rifiuti: Rifiuto[] } {
  const registro = nuovoRegistro();
  const categorie = dati(accettaElenco(registro, Categoria, file.vocabolari.categorie, 'vocabolari.categorie', perCodice));
  const cause = dati(accettaElenco(registro, Causa, file.vocabolari.cause_ritardo, 'vocabolari.cause_ritardo', perCodice));
  const ambiti = dati(accettaElenco(registro, Ambito, file.ambiti, 'ambiti', perId));
  const enti = validaEnti(registro, file, ambiti);
  const noti = {
    categorie: new Set(categorie.map(({ codice }) => codice)),
    cause: new Set(cause.map(({ codice }) => codice)),
    ambiti: new Set(ambiti.map(({ id }) => id)),
    enti: new Map(enti.map((ente) => [ente.id, ente])),
  };
  const progetti = validaProgetti(registro, file.progetti, noti);
  return { programma: { meta: file.meta, categorie, cause, ambiti, enti, progetti }, rifiuti: registro.rifiuti };
}

function validaEnti(registro: Registro, file: File, ambiti: Ambito[]): Ente[] {
  const numeri = new Set(ambiti.map(({ id }) => id));
  const riservati = [file.meta.ente_regionale?.codice ?? CODICE_REGIONE, file.meta.valutazione?.codice];
  return accettaElenco(registro, Ente, file.enti_gestori, 'enti_gestori', perId).flatMap(({ dato, percorso }) => {
    if (!numeri.has(dato.ambito_id)) registro.rifiuta(`${percorso}.ambito_id`, `l’ambito ${dato.ambito_id} non c’è tra quelli accettati`);
    else if (riservati.includes(dato.id)) registro.rifiuta(`${percorso}.id`, `«${dato.id}» è il codice della Regione o del valutatore`);
    else return [dato];
    return [];
  });
}
