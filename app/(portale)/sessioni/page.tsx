import type { Metadata } from 'next';
import { BottoneInvio } from '@/components/forms/BottoneInvio';
import { ModuloUscita } from '@/components/shell/ModuloUscita';
import { Bottone } from '@/components/ui/Bottone';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requirePersona } from '@/lib/auth/requireAttore';
import { elencaSessioni, type SessioneAperta } from '@/lib/auth/sessioni';
import { dataEOra } from '@/lib/format/data';
import { chiudiSessioneAction, esciOvunqueAction } from './actions';

export const metadata: Metadata = { title: 'Le tue sessioni' };

const COLONNE = [{ etichetta: 'Dispositivo' }, { etichetta: 'Accesso' }, { etichetta: 'Ultimo uso' }, { etichetta: 'Che cosa puoi fare' }];

export default async function SessioniPage() {
  const { segreto } = await requirePersona();
  const sessioni = await elencaSessioni(segreto);
  return (
    <div className="wrap grid gap-6">
      <TitoloPagina
        titolo="Le tue sessioni"
        sottotitolo="I dispositivi da cui sei entrato. Una sessione finisce dopo 30 minuti senza uso e al massimo dopo 8 ore."
      />
      <Tabella didascalia="Sessioni aperte" colonne={COLONNE} schede="etichette">
        {sessioni.map((sessione) => (
          <RigaSessione key={sessione.sessione_id} sessione={sessione} />
        ))}
      </Tabella>
      <form action={esciOvunqueAction} className="btn-row">
        <BottoneInvio variante="pericolo">Esci da tutti i dispositivi</BottoneInvio>
        <span className="hint">Anche da questo: dovrai entrare di nuovo.</span>
      </form>
    </div>
  );
}

const RigaSessione = ({ sessione }: { sessione: SessioneAperta }) => {
  const { sessione_id, dispositivo, creata_il, usata_il, questa } = sessione;
  const nome = dispositivo ?? 'Dispositivo sconosciuto';
  return (
    <Riga>
      <CellaTitolo>
        {nome}
        {questa && ' (questa sessione)'}
      </CellaTitolo>
      <Cella etichetta="Accesso">{dataEOra(creata_il)}</Cella>
      <Cella etichetta="Ultimo uso">{dataEOra(usata_il)}</Cella>
      <Cella etichetta="Che cosa puoi fare">
        {questa ? (
          <ModuloUscita>
            <Bottone type="submit" taglia={36}>
              Esci
            </Bottone>
          </ModuloUscita>
        ) : (
          <form action={chiudiSessioneAction}>
            <input type="hidden" name="sessioneId" value={sessione_id} />
            <BottoneInvio variante="secondario" taglia={36}>
              Chiudi<span className="sr"> la sessione {nome}</span>
            </BottoneInvio>
          </form>
        )}
      </Cella>
    </Riga>
  );
};
