import { PerditePiano } from '@/components/piano/PerditePiano';
import { Sezione } from '@/components/ui/Sezione';
import type { DominioModifica } from '@/lib/bandi/configurazione';
import type { ContestoPiano, Piano } from '@/lib/piano/contesto';
import { perdite } from '@/lib/piano/perdite';

const CON_PERDITE: readonly DominioModifica[] = ['budget', 'azioni', 'destinatari'];

type Props = { dominio: DominioModifica; prima: Piano | undefined; dopo: Piano | undefined; gruppi: ContestoPiano['gruppi'] };

/** Che cosa la modifica toglie o aggiunge a chi ne ha bisogno: persone, azioni, risultati, soldi. Solo dove può cambiarli. */
export const Effetti = ({ dominio, prima, dopo, gruppi }: Props) =>
  CON_PERDITE.includes(dominio) && prima && dopo ? (
    <Sezione id="effetti" titolo="Che cosa si perde e che cosa si guadagna">
      <PerditePiano perdite={perdite(prima, dopo)} gruppi={gruppi} />
    </Sezione>
  ) : null;
