import type { Metadata } from 'next';
import { ElencoPassi } from '@/components/bandi/ElencoPassi';
import { StatoDelBando } from '@/components/bandi/StatoDelBando';
import { LinkBottone } from '@/components/ui/Bottone';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { type BandoInElenco, elencaBandi } from '@/lib/bandi/queries';
import { puoConfigurare } from '@/lib/bandi/ruolo';
import { NOME_TIPO_BANDO } from '@/lib/bandi/stato';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Bandi' };

export default async function BandiPage() {
  const attore = await requireLettore('app_regione');
  const bandi = await elencaBandi(attore);
  const nuovo = puoConfigurare(attore.ruolo) && (
    <LinkBottone href={routes.nuovoBando()} variante="primario" icona="piu">
      Nuovo bando
    </LinkBottone>
  );
  return (
    <div className="wrap wrap--wide">
      <Statico>
        <TitoloPagina
          titolo="Bandi"
          sottotitolo="I moduli, i passi e la griglia di ogni bando si configurano qui. Pubblicare congela una versione."
          azioni={nuovo}
        />
        {bandi.length === 0 ? (
          <Vuoto titolo="Ancora nessun bando">Qui compaiono i bandi della Regione, dalla bozza alla chiusura.</Vuoto>
        ) : (
          <Tabella
            didascalia="I bandi della Regione"
            schede="etichette"
            colonne={['Bando', 'Stato', 'Versione', 'Passi'].map((etichetta) => ({ etichetta }))}
          >
            {bandi.map((bando) => (
              <RigaBando key={bando.id} bando={bando} adesso={attore.adesso} />
            ))}
          </Tabella>
        )}
      </Statico>
    </div>
  );
}

const RigaBando = ({ bando, adesso }: { bando: BandoInElenco; adesso: Date }) => (
  <Riga>
    <CellaTitolo>
      <span className="mono muted">{bando.codice}</span> <a href={routes.bando(bando.id)}>{bando.titolo}</a>
      <br />
      <span className="small second titolo-lieve">
        {bando.programma}. {NOME_TIPO_BANDO[bando.tipo]}.
      </span>
    </CellaTitolo>
    <Cella etichetta="Stato">
      <StatoDelBando versione={bando.versione} passi={bando.passi} adesso={adesso} />
    </Cella>
    <Cella etichetta="Versione">{bando.versione ?? <span className="muted">nessuna</span>}</Cella>
    <Cella etichetta="Passi">
      <ElencoPassi passi={bando.passi} adesso={adesso} />
    </Cella>
  </Riga>
);
