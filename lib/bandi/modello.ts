import { Attuazione, type Configurazione } from './configurazione';

/** La configurazione da cui comincia un bando che non ne copia un altro: una sezione da completare. */
export const configurazioneIniziale = (titolo: string, tipo: Configurazione['tipo']): Configurazione => ({
  tipo,
  titolo,
  atto: '',
  presentazione: '',
  dotazioneCents: '0',
  contributoMinCents: null,
  contributoMaxCents: null,
  importiPerAmbito: [],
  passi: [],
  principi: [],
  sezioni: [
    {
      chiave: 'idea',
      parte: '',
      codice: '1',
      titolo: 'Idea progettuale',
      aiuto: '',
      visibilita: 'IDEA',
      campi: [
        {
          chiave: 'descrizione',
          etichetta: 'Descrizione',
          tipo: 'testo_lungo',
          obbligatorio: true,
          aiuto: '',
          massimo: 6000,
          opzioni: [],
          colonne: [],
        },
      ],
    },
  ],
  documenti: [],
  ammissibilita: [],
  griglia: [],
  sogliaTotaleCentesimi: 0,
  scartoSegnalatoPercento: 25,
  parita: [],
  categorieCosto: [],
  giorniAvviso: 20,
  giorniIntegrazioni: 10,
  giorniPreavviso: 10,
  attuazione: Attuazione.parse({}),
});
