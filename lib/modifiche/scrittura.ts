import type { DominioModifica } from '@/lib/bandi/configurazione';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import { SUPERATA } from '@/lib/errors/superata';
import { etichettaDi, type NomeDi } from './etichette';
import { valoreIn } from './forme';
import type { Json } from './json';
import { applica, type Operazione, operazioneLibera, operazioniTra } from './operazioni';
import { dominioDi } from './percorsi';
import type { OperazioneScritta } from './schema';

const NON_VALIDA = new DomainError('modifica.nonValida', SUPERATA);

type Contorno = {
  inVigore: ContenutoVersione;
  enti: { id: string; nome: string }[];
  categorieCosto: { codice: string; etichetta: string }[];
  gruppi: { codice: string; etichetta: string }[];
};

/** Il nome italiano di categorie di costo e gruppi di destinatari. */
function nomiDi({ categorieCosto, gruppi }: Pick<Contorno, 'categorieCosto' | 'gruppi'>): NomeDi {
  const nomi = new Map([...categorieCosto, ...gruppi].map(({ codice, etichetta }) => [codice, etichetta]));
  return (codice) => nomi.get(codice) ?? codice;
}

/**
 * Le operazioni di una bozza come si conservano, da ciò che il modulo ha mandato: di un ambito solo, nella loro forma, le minime che portano dal piano in
 * vigore a quello scritto. Nomi ed etichette si rifanno qui.
 * @throws DomainError modifica.nonValida, modifica.pianoCambiato se il piano in vigore non è più quello che si vedeva
 */
export function operazioniScritte(contorno: Contorno, dominio: DominioModifica, scritte: readonly OperazioneScritta[]): Operazione[] {
  const { inVigore } = contorno;
  const lette = scritte.map((scritta) => ({ ...scritta, etichetta: '', dopo: valorePulito(contorno, dominio, scritta) }));
  if (dominio === 'altro') return lette.slice(0, 1).map(({ dopo }) => operazioneLibera(String(dopo)));
  const nomi = nomiDi(contorno);
  const cambio = { base: inVigore, nuovo: inVigore };
  const conNome = lette.map((o) => ({ ...o, etichetta: etichettaDi(o.percorso, { ...cambio, prima: o.prima, dopo: o.dopo }, nomi) }));
  return operazioniTra(inVigore, applica(inVigore, conNome), dominio, nomi);
}

function valorePulito({ enti }: Contorno, dominio: DominioModifica, { percorso, dopo }: OperazioneScritta): Json {
  const valore = dominioDi(percorso) === dominio ? valoreIn(percorso, dopo) : undefined;
  if (valore === undefined) throw NON_VALIDA;
  if (dominio !== 'partner' || !percorso.startsWith('partner/') || valore === null) return valore;
  // il nome di chi entra è quello del registro, non quello che dice il browser
  const nome = enti.find(({ id }) => percorso === `partner/${id}`)?.nome;
  return nome ? { ...(valore as { ruolo: string }), denominazione: nome } : valore;
}

/** Le operazioni scelte tra quelle di una richiesta; `null` = tutte. @throws DomainError modifica.nullaDiAccolto, modifica.nonValida */
export function operazioniAccolte(operazioni: readonly Operazione[], accolte: readonly string[] | null): Operazione[] {
  if (accolte === null) return [...operazioni];
  const scelte = operazioni.filter(({ id }) => accolte.includes(id));
  if (scelte.length !== new Set(accolte).size) throw NON_VALIDA;
  if (scelte.length === 0)
    throw new DomainError('modifica.nullaDiAccolto', 'Scegli almeno un cambiamento da accogliere, oppure respingi la richiesta.');
  return scelte;
}
