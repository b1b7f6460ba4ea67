import { Configurazione } from '@/lib/bandi/configurazione';
import type { Valori } from '@/lib/domande/valori';

/** Un bando piccolo ma intero: moduli dell'idea e del progetto, un documento, due verifiche, due criteri, due categorie di costo. */
export const CONFIGURAZIONE: Configurazione = Configurazione.parse({
  tipo: 'COMPETITIVO',
  titolo: 'Bando di prova',
  dotazioneCents: '100000000',
  contributoMaxCents: '50000000',
  passi: [
    { fase: 'IDEA', apre: '2010-01-01T09:00', chiude: '2099-12-31T12:00' },
    { fase: 'AVVISO', apre: '2010-01-01T09:00', chiude: null },
    { fase: 'PROGETTO', apre: '2010-01-01T09:00', chiude: '2099-12-31T12:00' },
  ],
  sezioni: [
    {
      chiave: 'contesto',
      titolo: 'Contesto',
      visibilita: 'ENTRAMBI',
      campi: [
        { chiave: 'descrizione', etichetta: 'Descrizione', tipo: 'testo_lungo', obbligatorio: true, massimo: 2000 },
        { chiave: 'ambiti', etichetta: 'Ambiti', tipo: 'elenco', massimo: 5 },
      ],
    },
    {
      chiave: 'bisogni',
      titolo: 'Bisogni',
      visibilita: 'IDEA',
      campi: [{ chiave: 'analisi', etichetta: 'Analisi dei bisogni', tipo: 'testo', obbligatorio: true, massimo: 500 }],
    },
    {
      chiave: 'azioni',
      titolo: 'Azioni',
      visibilita: 'PROGETTO',
      campi: [{ chiave: 'azioni', etichetta: 'Azioni', tipo: 'azioni', obbligatorio: true }],
    },
    {
      chiave: 'quadro_economico',
      titolo: 'Quadro economico',
      visibilita: 'PROGETTO',
      campi: [{ chiave: 'voci', etichetta: 'Voci', tipo: 'budget', obbligatorio: true }],
    },
  ],
  documenti: [{ chiave: 'lettera', titolo: 'Lettera di intenti', obbligatorio: false, visibilita: 'ENTRAMBI' }],
  ammissibilita: [
    { chiave: 'termine', testo: 'La domanda è arrivata nel termine', visibilita: 'ENTRAMBI' },
    { chiave: 'firma', testo: 'La domanda è firmata', visibilita: 'ENTRAMBI' },
  ],
  griglia: [
    { chiave: 'qualita', titolo: 'Qualità', visibilita: 'ENTRAMBI', massimo: 60, soglia: 30 },
    { chiave: 'rete', titolo: 'Rete', visibilita: 'ENTRAMBI', massimo: 40 },
  ],
  categorieCosto: [
    { codice: 'personale', etichetta: 'Personale' },
    { codice: 'servizi', etichetta: 'Servizi' },
  ],
});

/** Che cosa c'è scritto, in una domanda completa, in ciascuna sezione della configurazione di prova. */
export function valoriCompleti(azione: {
  id: string;
  organizzazioneId: string;
  categoria: string;
  gruppo: string;
}): Record<string, Valori> {
  return {
    contesto: { descrizione: 'Un territorio di valle con pochi servizi.', ambiti: ['Biella', 'Cossato'] },
    bisogni: { analisi: 'Le persone anziane sono sole.' },
    azioni: {
      azioni: [
        {
          ...{ id: azione.id, codice: 'A1', titolo: 'Sportello', descrizione: 'Uno sportello di ascolto.', tipo: 'SERVIZIO', priorita: 2 },
          ...{ categoria: azione.categoria, organizzazioneId: azione.organizzazioneId, inizio: '2030-01-01', fine: '2031-12-31' },
          destinatari: [{ id: 'd1', gruppo: azione.gruppo, quantita: 100, unita: 'persone' }],
          indicatori: [{ id: 'i1', nome: 'Accessi', atteso: '500' }],
        },
      ],
    },
    quadro_economico: {
      voci: [
        {
          ...{ id: 'v1', azioneId: azione.id, categoria: 'personale', organizzazioneId: azione.organizzazioneId },
          ...{ contributoCents: '1000000', cofinanziamentoCents: '200000', naturaCents: '0' },
        },
      ],
    },
  };
}
