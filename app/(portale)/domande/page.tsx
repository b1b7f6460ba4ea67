import type { Metadata } from 'next';
import { Badge } from '@/components/ui/Badge';
import { LinkBottone } from '@/components/ui/Bottone';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { badgeDomanda } from '@/lib/domande/labels';
import { type BandoAperto, elencaDomande, type VoceDomanda } from '@/lib/domande/queriesElenco';
import { dataEOra } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Domande e bandi' };

const scadenza = (chiude: string | null): string => (chiude ? dataEOra(new Date(chiude)) : 'nessun termine');

export default async function DomandePage() {
  const attore = await requireLettore('app_ente');
  const { domande, bandi, enteGestore } = await elencaDomande(attore);
  return (
    <Statico>
      <div className="wrap">
        <TitoloPagina titolo="Domande e bandi" sottotitolo="Le domande a cui il tuo ente partecipa, e i bandi su cui si può aprirne una." />
        <Sezione id="domande" titolo="Le nostre domande">
          {domande.length > 0 ? (
            <Domande domande={domande} />
          ) : (
            <Vuoto titolo="Ancora nessuna domanda">Quando il tuo ente ne apre una, o entra in un’aggregazione, la trovi qui.</Vuoto>
          )}
        </Sezione>
        <Sezione id="bandi" titolo="Bandi aperti">
          {bandi.length > 0 ? (
            <ul className="todo">
              {bandi.map((bando) => (
                <Bando key={bando.id} bando={bando} attore={attore} enteGestore={enteGestore} />
              ))}
            </ul>
          ) : (
            <Vuoto titolo="Nessun bando aperto">Quando la Regione pubblica un bando, compare qui con le sue date.</Vuoto>
          )}
        </Sezione>
      </div>
    </Statico>
  );
}

const Domande = ({ domande }: { domande: VoceDomanda[] }) => (
  <Tabella
    didascalia="Le domande del tuo ente"
    schede="etichette"
    colonne={[
      { etichetta: 'Domanda' },
      { etichetta: 'Bando' },
      { etichetta: 'Capofila' },
      { etichetta: 'Stato' },
      { etichetta: 'Termine' },
    ]}
  >
    {domande.map((domanda) => {
      const badge = badgeDomanda(domanda.stato);
      return (
        <Riga key={domanda.id}>
          <CellaTitolo>
            <a href={routes.sezione(domanda.id, 'inizio')}>{domanda.titolo}</a>
            {domanda.daConfermare && (
              <p className="small">
                <a href={routes.partner(domanda.id)}>Conferma la partecipazione</a>
              </p>
            )}
          </CellaTitolo>
          <Cella etichetta="Bando">{domanda.bando}</Cella>
          <Cella etichetta="Capofila">{domanda.mia ? 'Il tuo ente' : domanda.capofila}</Cella>
          <Cella etichetta="Stato">
            <Badge famiglia={badge.famiglia} icona={badge.icona}>
              {badge.testo}
            </Badge>
          </Cella>
          <Cella etichetta="Termine">{domanda.chiude ? scadenza(domanda.chiude) : ''}</Cella>
        </Riga>
      );
    })}
  </Tabella>
);

const Bando = ({ bando, attore, enteGestore }: { bando: BandoAperto; attore: Attore; enteGestore: boolean }) => (
  <li>
    <div className="todo__date">
      <span>Aperto</span>
    </div>
    <div>
      <h3>{bando.titolo}</h3>
      <p>
        Si presenta entro: {scadenza(bando.chiude)}.{bando.dotazioneCents && ` Dotazione: ${euro(BigInt(bando.dotazioneCents))}.`}
      </p>
      {bando.mie > 0 && (
        <p className="meta">Il tuo ente ha già aperto {bando.mie === 1 ? 'una domanda' : `${bando.mie} domande`} su questo bando.</p>
      )}
    </div>
    <div className="todo__side">
      {!enteGestore ? (
        <span>La apre un ente gestore</span>
      ) : attore.ruolo === 'REFERENTE' ? (
        <LinkBottone href={routes.nuovaDomanda(bando.id)} taglia={36}>
          Apri una domanda
        </LinkBottone>
      ) : (
        <span>La apre il referente del tuo ente</span>
      )}
    </div>
  </li>
);
