import type { z } from 'zod';
import { DomainError } from '@/lib/errors/domainError';
import { leggiNumero } from '@/lib/format/lettura';
import { Campo, Configurazione, Criterio, type Sezione } from './configurazione';
import { ELENCO, type NomeElenco } from './elenchi';
import { chiaveDi, leggiColonne, leggiOpzioni, scriviColonne, scriviOpzioni } from './righeTesto';

/** Le voci degli elenchi di un bando: lette da un modulo, riscritte in un modulo, messe, spostate e tolte nella configurazione. */
export type Dove = { elenco: NomeElenco; sezione?: string };
type Grezzi = Record<string, string>;
export type Voce = Record<string, unknown>;

const { sezioni, documenti, ammissibilita, categorieCosto, principi } = Configurazione.shape;
const SCHEMI: Record<NomeElenco, z.ZodType> = {
  sezioni: sezioni.element,
  campi: Campo,
  documenti: documenti.unwrap().element,
  ammissibilita: ammissibilita.unwrap().element,
  griglia: Criterio,
  categorieCosto: categorieCosto.unwrap().element,
  principi: principi.unwrap().element,
};

/** Le voci di un elenco; dei campi serve la sezione. */
export function vociIn(c: Configurazione, { elenco, sezione }: Dove): Voce[] {
  if (elenco !== 'campi') return c[elenco] as Voce[];
  return (c.sezioni.find((s) => s.chiave === sezione)?.campi ?? []) as Voce[];
}

export const identitaDi = (elenco: NomeElenco, voce: Voce): string => String(voce[ELENCO[elenco].identita]);

export type Letta = { ok: true; voce: Voce } | { ok: false; errori: Record<string, string[]> };

/**
 * Una voce dal suo modulo. `prima` è la voce che si modifica: la sua chiave non cambia (i valori già scritti la usano) e ciò che il modulo
 * non chiede resta.
 */
export function leggiVoce(elenco: NomeElenco, valori: Grezzi, prima: Voce | null): Letta {
  const { identita, controlli } = ELENCO[elenco];
  const errori: Record<string, string[]> = {};
  const voce: Voce = { ...(prima ?? (elenco === 'sezioni' ? { campi: [PRIMO_CAMPO] } : {})) };
  for (const { nome, tipo, facoltativo } of controlli) {
    const scritto = (valori[nome] ?? '').trim();
    if (tipo === 'spunta') voce[nome] = scritto === 'si';
    else if (tipo === 'cifra') {
      const letto = leggiNumero(scritto);
      if (!letto.ok) errori[nome] = [letto.messaggio];
      else if (letto.valore === null && !facoltativo) errori[nome] = ['Scrivi un numero.'];
      else voce[nome] = letto.valore ?? undefined;
    } else voce[nome] = scritto;
  }
  particolari(elenco, voce);
  const nome = String(voce.titolo ?? voce.etichetta ?? voce.testo ?? '');
  const scelta = (valori[identita] ?? '').trim();
  voce[identita] = prima?.[identita] ?? (scelta || (elenco === 'principi' ? '' : chiaveDi(nome)));
  const esito = SCHEMI[elenco].safeParse(voce);
  for (const { path, message } of esito.success ? [] : esito.error.issues) {
    const campo = path[0] === 'pesoCentesimi' ? 'peso' : String(path[0] ?? identita);
    errori[campo] ??= [message];
  }
  // senza nome non c'è nemmeno la chiave che ne deriva: si chiede il nome e basta
  if (!prima && !scelta && elenco !== 'principi' && nome === '') delete errori[identita];
  return Object.keys(errori).length > 0 || !esito.success ? { ok: false, errori } : { ok: true, voce: esito.data as Voce };
}

const PRIMO_CAMPO: Campo = {
  chiave: 'testo',
  etichetta: 'Testo',
  tipo: 'testo_lungo',
  obbligatorio: false,
  aiuto: '',
  opzioni: [],
  colonne: [],
};

/** Ciò che nel modulo ha una forma diversa da quella della configurazione. */
function particolari(elenco: NomeElenco, voce: Voce): void {
  if (elenco === 'griglia') {
    voce.pesoCentesimi = Math.round(Number(voce.peso) * 100);
    delete voce.peso;
  }
  if (elenco !== 'campi') return;
  if (voce.visibilita === '') delete voce.visibilita;
  if (voce.precompilato === '') delete voce.precompilato;
  voce.opzioni = leggiOpzioni(String(voce.opzioni));
  voce.colonne = leggiColonne(String(voce.colonne));
  const campo = String(voce.quandoCampo);
  if (campo) voce.quando = { campo, valore: String(voce.quandoValore) };
  else delete voce.quando;
  delete voce.quandoCampo;
  delete voce.quandoValore;
}

/** I valori con cui si riempie il modulo di una voce. */
export function moduloDiVoce(elenco: NomeElenco, voce: Voce): Grezzi {
  const { opzioni = [], colonne = [], quando } = voce as Partial<Campo>;
  const piatti: Voce = {
    ...voce,
    opzioni: scriviOpzioni(opzioni),
    colonne: scriviColonne(colonne),
    quandoCampo: quando?.campo,
    quandoValore: quando?.valore,
    peso: String(Number(voce.pesoCentesimi ?? 100) / 100).replace('.', ','),
  };
  return Object.fromEntries(
    [ELENCO[elenco].identita, ...ELENCO[elenco].controlli.map((c) => c.nome)].map((nome) => {
      const valore = piatti[nome];
      return [nome, valore === true ? 'si' : valore === false || valore === undefined ? '' : String(valore)];
    }),
  );
}

// ---------------------------------------------------------------- nella configurazione

/** La configurazione con un elenco cambiato. */
function cambia(c: Configurazione, { elenco, sezione }: Dove, come: (voci: Voce[]) => Voce[]): Configurazione {
  if (elenco !== 'campi') return { ...c, [elenco]: come(c[elenco] as Voce[]) } as Configurazione;
  const toccata = (s: Sezione): Sezione => (s.chiave === sezione ? { ...s, campi: come(s.campi as Voce[]) as Campo[] } : s);
  return { ...c, sezioni: c.sezioni.map(toccata) };
}

/** @throws DomainError bando.voceSparita se la voce da cambiare non c'è più, bando.chiaveUsata se quella nuova c'è già */
export function mettiVoce(c: Configurazione, dove: Dove, voce: Voce, identita: string | null): Configurazione {
  const nuova = identitaDi(dove.elenco, voce);
  const ci = vociIn(c, dove).some((v) => identitaDi(dove.elenco, v) === (identita ?? nuova));
  if (identita !== null && !ci) throw sparita();
  if (identita === null && ci)
    throw new DomainError(
      'bando.chiaveUsata',
      `C’è già una voce con la chiave «${nuova}»: scegline un’altra.`,
      ELENCO[dove.elenco].identita,
    );
  return cambia(c, dove, (voci) =>
    identita === null ? [...voci, voce] : voci.map((v) => (identitaDi(dove.elenco, v) === identita ? voce : v)),
  );
}

/** @throws DomainError bando.voceSparita, bando.ultimaVoce */
export function togliVoce(c: Configurazione, dove: Dove, identita: string): Configurazione {
  const voci = vociIn(c, dove);
  if (!voci.some((v) => identitaDi(dove.elenco, v) === identita)) throw sparita();
  if (voci.length === 1 && (dove.elenco === 'sezioni' || dove.elenco === 'campi'))
    throw new DomainError(
      'bando.ultimaVoce',
      dove.elenco === 'campi' ? 'Una sezione ha almeno un campo.' : 'Un bando ha almeno una sezione.',
    );
  return cambia(c, dove, (v) => v.filter((x) => identitaDi(dove.elenco, x) !== identita));
}

/** Un posto più su (-1) o più giù (1); ai bordi resta dov'è. @throws DomainError bando.voceSparita */
export function spostaVoce(c: Configurazione, dove: Dove, identita: string, verso: -1 | 1): Configurazione {
  const da = vociIn(c, dove).findIndex((v) => identitaDi(dove.elenco, v) === identita);
  if (da < 0) throw sparita();
  return cambia(c, dove, (voci) => {
    const nuove = [...voci];
    const [voce] = nuove.splice(da, 1);
    if (voce) nuove.splice(Math.max(0, da + verso), 0, voce);
    return nuove;
  });
}

const sparita = (): DomainError =>
  new DomainError('bando.voceSparita', 'Questa voce non c’è più: un’altra persona l’ha tolta. Ricarica la pagina.');
