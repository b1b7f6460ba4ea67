import type { AzionePiano } from '@/lib/domande/valori';
import type { MetodoTaglio } from './tagli';

export const PRIORITA: { valore: AzionePiano['priorita']; etichetta: string; aiuto: string }[] = [
  { valore: 1, etichetta: 'Irrinunciabile', aiuto: 'Senza, il progetto non ha senso.' },
  { valore: 2, etichetta: 'Importante', aiuto: 'Si può ridurre.' },
  { valore: 3, etichetta: 'Rinviabile', aiuto: 'È la prima a cui rinunciare se le risorse non bastano.' },
];

export const TIPI_AZIONE: { codice: AzionePiano['tipo']; etichetta: string }[] = [
  { codice: 'SERVIZIO', etichetta: 'Servizio alle persone' },
  { codice: 'AZIONE', etichetta: 'Azione di sistema' },
];

export const UNITA_COMUNI = ['persone', 'famiglie', 'minori', 'nuclei', 'operatori', 'enti', 'incontri', 'ore'];

export const NOME_METODO: Record<MetodoTaglio, { titolo: string; aiuto: string }> = {
  PROPORZIONALE: { titolo: 'In proporzione', aiuto: 'Ogni voce scende della stessa percentuale della sua categoria di costo.' },
  PRIORITA: {
    titolo: 'Per priorità',
    aiuto: 'Si rinuncia prima alle azioni rinviabili, poi si riducono le importanti, infine le irrinunciabili.',
  },
  MANUALE: { titolo: 'A mano', aiuto: 'Scegli a quali azioni rinunciare e quanto contributo lasciare a ogni voce.' },
};
