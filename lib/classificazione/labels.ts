import { numero } from '@/lib/format/euro';
import type { Accordo } from './kappa';
import type { TornataElencata } from './queries';

/** Le parole della classificazione sullo schermo. */

const DUE = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENTO = new Intl.NumberFormat('it-IT', { style: 'percent', maximumFractionDigits: 0 });

const PERCHE = {
  NESSUN_OGGETTO: 'non calcolabile: nulla è codificato da entrambi',
  UNA_SOLA_RISPOSTA: 'non definito: una sola risposta, sempre la stessa',
} as const;

/** "0,40", o perché non si calcola. */
export const kappaScritto = ({ kappa, perche }: Accordo): string => (perche ? PERCHE[perche] : DUE.format(kappa ?? 0));
export const quotaScritta = (quota: number | null): string => (quota === null ? '' : PERCENTO.format(quota));

/** Come si legge di solito un kappa (Landis e Koch, 1977): una convenzione, non una soglia. */
export function forzaAccordo({ kappa }: Accordo): string {
  if (kappa === null) return '';
  const gradi: [number, string][] = [
    [0, 'nessun accordo oltre il caso'],
    [0.2, 'accordo lieve'],
    [0.4, 'accordo discreto'],
    [0.6, 'accordo moderato'],
    [0.8, 'accordo buono'],
  ];
  return gradi.find(([soglia]) => kappa <= soglia)?.[1] ?? 'accordo molto buono';
}

/** A che punto è una tornata. */
export const passoTornata = ({ codificatori, chiusi, svelataIl, decisi, progetti }: TornataElencata): string => {
  if (svelataIl) return decisi < progetti ? `da decidere: ${numero(progetti - decisi)} progetti su ${numero(progetti)}` : 'decisa';
  if (codificatori < 2) return codificatori === 0 ? 'mancano due codificatori' : 'manca un codificatore';
  return chiusi === 0 ? 'in codifica' : 'un foglio chiuso, l’altro in codifica';
};

const ESITI: Record<string, string> = {
  schema: 'Lo schema è pronto.',
  tornata: 'La tornata è aperta: servono due persone che codifichino.',
  foglio: 'Hai preso un foglio: codifica tutti i progetti, poi chiudilo.',
  codificato: 'La codifica è salvata.',
  chiuso: 'Il tuo foglio è chiuso.',
  deciso: 'La classificazione è decisa.',
  concordi: 'I progetti concordi sono decisi.',
  proposto: 'La proposta è registrata.',
};
export const esitoClassificazione = (esito: unknown): string | undefined => (typeof esito === 'string' ? ESITI[esito] : undefined);
