/** Ogni indirizzo del portale, in un posto solo. Negli indirizzi solo identificativi opachi: mai nomi, mai testo scritto da persone. */

type Domanda = Record<string, string | number | undefined>;

const con = (percorso: string, domanda?: Domanda): string => {
  const coppie = Object.entries(domanda ?? {}).filter(([, valore]) => valore !== undefined && valore !== '');
  return coppie.length ? `${percorso}?${new URLSearchParams(coppie.map(([k, v]) => [k, String(v)]))}` : percorso;
};

export const routes = {
  home: () => '/',
  accesso: (domanda?: { avviso?: 'scaduta' | 'uscita' | 'chiusa'; torna?: string }) => con('/accesso', domanda),
  profili: (domanda?: { avviso?: 'nonAttivo'; torna?: string }) => con('/profili', domanda),
  sessioni: () => '/sessioni',
  compiti: (domanda?: Domanda) => con('/compiti', domanda),
  progetti: (domanda?: Domanda) => con('/progetti', domanda),
  progetto: (id: string, domanda?: Domanda) => con(`/progetti/${id}`, domanda),
  relazioni: (domanda?: Domanda) => con('/relazioni', domanda),
  /** La relazione di un periodo: gli enti la scrivono, la Regione e chi partecipa la leggono. */
  rapporto: (progettoId: string, rapportoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/relazioni/${rapportoId}`, domanda),
  salvaAvanzamento: (progettoId: string, rapportoId: string) => `/progetti/${progettoId}/relazioni/${rapportoId}/salva`,
  coda: (domanda?: Domanda) => con('/coda', domanda),
  verifica: (rapportoId: string, domanda?: Domanda) => con(`/coda/${rapportoId}`, domanda),
  tabelle: (domanda?: Domanda) => con('/ricerca/tabelle', domanda),
  attuazione: (domanda?: Domanda) => con('/ricerca/attuazione', domanda),
  scaricaTabella: (tabella: string) => `/ricerca/scarica/${tabella}`,
};

/** La prima pagina di ciascun lettore dopo l'accesso. */
export const inizioDi = (lettore: 'app_ente' | 'app_regione' | 'app_ricerca'): string =>
  lettore === 'app_ente' ? routes.compiti() : lettore === 'app_regione' ? routes.coda() : routes.tabelle();
