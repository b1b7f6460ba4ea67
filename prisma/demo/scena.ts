import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { salvaSintesi } from '@/lib/attuazione/commands/salvaSintesi';
import type { Attore } from '@/lib/auth/attore';
import type { Dichiarazione } from './dichiarazioni';
import { type AzioneDelMondo, azioneDi, type Mondo } from './mondo';
import type { PersonaDimostrativa } from './persone';

/** Dove si recita: il programma importato e le relazioni già aperte, per `progetto/numero del periodo`. */
export type Palco = { mondo: Mondo; rapporti: Map<string, string> };
/** Un momento della storia: a una data ora (ISO 8601 con fuso) una persona compie i suoi atti, con i comandi veri del portale. */
export type Scena = { quando: string; chi: PersonaDimostrativa; per?: string; fai: (attore: Attore, palco: Palco) => Promise<void> };

const chiave = (progetto: string, numero: number) => `${progetto}/${numero}`;

/** L'id di una relazione già aperta in una scena precedente. */
export function rapportoDi({ rapporti }: Palco, progetto: string, numero: number): string {
  const id = rapporti.get(chiave(progetto, numero));
  if (!id) throw new Error(`Nella dimostrazione la relazione ${chiave(progetto, numero)} non è ancora aperta.`);
  return id;
}

/** Apre la relazione di un periodo e la ricorda. */
export async function apri(attore: Attore, palco: Palco, progetto: string, numero: number): Promise<string> {
  const periodoId = palco.mondo.progetto(progetto).periodi[numero];
  if (!periodoId) throw new Error(`Il progetto ${progetto} non ha il periodo ${numero}.`);
  const { rapportoId } = await apriRapporto(attore, { periodoId });
  palco.rapporti.set(chiave(progetto, numero), rapportoId);
  return rapportoId;
}

/** Compila per la prima volta un'azione. */
export async function compila(
  attore: Attore,
  palco: Palco,
  progetto: string,
  numero: number,
  azione: string,
  dichiarazione: Dichiarazione,
): Promise<void> {
  const { id: azioneId } = azioneDi(palco.mondo.progetto(progetto), azione);
  await salvaAvanzamento(attore, { ...dichiarazione, rapportoId: rapportoDi(palco, progetto, numero), azioneId, rev: 0 });
}

type Relazione = {
  progetto: string;
  numero: number;
  chi: PersonaDimostrativa;
  per?: string;
  apre: string;
  presenta: string;
  sintesi: string;
  dichiara: (azione: AzioneDelMondo) => Dichiarazione;
};

/** La storia breve di una relazione che il capofila compila per tutti gli enti e presenta. */
export const relazionePresentata = ({ progetto, numero, chi, per, apre, presenta, sintesi, dichiara }: Relazione): Scena[] => [
  {
    quando: apre,
    chi,
    per,
    fai: async (attore, palco) => {
      const rapportoId = await apri(attore, palco, progetto, numero);
      const { azioni } = palco.mondo.progetto(progetto);
      // insieme, come farebbero più persone: le azioni non si ostacolano, e il primo avvio dura meno
      await Promise.all(azioni.map((azione) => compila(attore, palco, progetto, numero, azione.codice, dichiara(azione))));
      await salvaSintesi(attore, { rapportoId, rev: 0, sintesi });
    },
  },
  {
    quando: presenta,
    chi,
    per,
    fai: async (attore, palco) => {
      const rapportoId = rapportoDi(palco, progetto, numero);
      const { azioni, capofila } = palco.mondo.progetto(progetto);
      const partner = new Set(azioni.map(({ ente }) => ente).filter((ente) => ente !== capofila));
      await Promise.all([...partner].map((organizzazioneId) => consegnaParte(attore, { rapportoId, organizzazioneId })));
      await presentaRapporto(attore, { rapportoId });
    },
  },
];
