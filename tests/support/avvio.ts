import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { salvaConvenzione } from '@/lib/convenzione/commands/salvaConvenzione';
import type { DatiConvenzione } from '@/lib/convenzione/schema';
import { giornoDi } from '@/lib/format/data';
import { type Ridotto, unProgettoRidotto } from './rimodulazione';
import { superutente } from './superutente';

/** Un progetto approvato per quanto aveva chiesto: non serve rimodulare, si può stipulare. */
export const unApprovato = (): Promise<Ridotto> => unProgettoRidotto({ personale: '150000', beni: '20000' });

/** Un CUP diverso a ogni chiamata. */
export const unCup = (): string => `C11G20${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;

export const convenzione = (progettoId: string, cambio: Partial<DatiConvenzione> = {}): DatiConvenzione => ({
  progettoId,
  rev: 0,
  cup: unCup(),
  iban: 'IT60X0542811101000000123456',
  intestatario: 'Consorzio di prova',
  referente: 'Area servizi sociali',
  email: 'sociale@ente.it',
  telefono: '0123 456789',
  sede: 'Via Roma 1, Biella',
  ...cambio,
});

/** Il giorno che viene `giorni` giorni dopo l'oggi di chi agisce. */
export const tra = ({ adesso }: Pick<Attore, 'adesso'>, giorni: number): string => piuGiorni(giornoDi(adesso), giorni);

/** Un approvato con tutti i dati scritti dal capofila. */
export async function unoDaAvviare(): Promise<Ridotto> {
  const ridotto = await unApprovato();
  await salvaConvenzione(ridotto.chi.referente, convenzione(ridotto.progetto.id));
  return ridotto;
}

export type Scritto = { numero: number; tipo: string; dal: string; al: string; scadenza: string; dovuto: boolean };
export const periodiDi = async ({ progetto }: Pick<Ridotto, 'progetto'>): Promise<Scritto[]> =>
  (
    await superutente.query(
      `select numero, tipo, dal::text, al::text, scadenza::text, dovuto from periodo where progetto_id = $1 order by al, numero`,
      [progetto.id],
    )
  ).rows as Scritto[];
