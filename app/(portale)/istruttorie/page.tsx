import type { Metadata } from 'next';
import { FiltriDomande } from '@/components/istruttoria/FiltriDomande';
import { Badge } from '@/components/ui/Badge';
import { Paginazione } from '@/components/ui/Paginazione';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Schede } from '@/components/ui/Schede';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { Termine } from '@/components/ui/Termine';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { ToccaA } from '@/components/ui/ToccaA';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { VICINO_IN_CODA } from '@/lib/calendario/stato';
import { dataBreve, giornoDi } from '@/lib/format/data';
import type { DomandaInElenco } from '@/lib/istruttoria/letture';
import { elencaIstruttorie, FiltriIstruttorie } from '@/lib/istruttoria/queriesIstruttorie';
import { NOME_TOCCA } from '@/lib/istruttoria/regole';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Domande' };

const VISTE = [
  ['tutte', 'Tutte'],
  ['mie', 'Assegnate a me'],
  ['libere', 'Da assegnare'],
] as const;
const COLONNE = ['Domanda', 'Bando', 'Stato', 'Tocca a', 'Depositata', 'Termine', 'Istruttore'];

export default async function IstruttoriePage({ searchParams }: PageProps<'/istruttorie'>) {
  const attore = await requireLettore('app_regione');
  const filtri = FiltriIstruttorie.parse(await searchParams);
  const { righe, conteggi, bandi, dopo } = await elencaIstruttorie(attore, filtri);
  return (
    <div className="wrap wrap--wide">
      <Statico>
        <TitoloPagina titolo="Domande" sottotitolo="Le domande presentate ai bandi, dalla prima arrivata." />
        <Schede
          etichetta="A chi sono assegnate"
          voci={VISTE.map(([vista, etichetta]) => ({
            href: routes.istruttorie({ ...filtri, assegnata: vista, dopo: undefined }),
            etichetta,
            conteggio: conteggi[vista],
            attiva: vista === filtri.assegnata,
          }))}
        />
        <FiltriDomande filtri={filtri} bandi={bandi} />
        {righe.length === 0 ? (
          <Vuoto titolo="Nessuna domanda in questa vista">
            <p>Qui compaiono le domande che gli enti presentano ai bandi.</p>
          </Vuoto>
        ) : (
          <>
            <Tabella
              didascalia="Domande in esame, dalla prima depositata"
              fitta
              schede="etichette"
              classe="tbl--edge"
              colonne={COLONNE.map((etichetta) => ({ etichetta }))}
            >
              {righe.map((domanda) => (
                <RigaDomanda key={domanda.id} domanda={domanda} attore={attore} />
              ))}
            </Tabella>
            <Paginazione
              da={1}
              a={righe.length}
              nome="domande"
              totale={filtri.dopo || dopo ? undefined : righe.length}
              successiva={dopo ? routes.istruttorie({ ...filtri, dopo }) : undefined}
            />
          </>
        )}
      </Statico>
    </div>
  );
}

const toccaAMe = ({ tocca, assegnataA }: DomandaInElenco, { ruolo, utenteId }: Attore): boolean =>
  (tocca === 'ISTRUTTORE' && ruolo === 'ISTRUTTORE' && (assegnataA === null || assegnataA === utenteId)) ||
  (tocca === 'DIRIGENTE' && ruolo === 'DIRIGENTE');

const RigaDomanda = ({ domanda: d, attore }: { domanda: DomandaInElenco; attore: Attore }) => {
  const etichetta = ETICHETTA_PROGETTO[d.stato];
  return (
    <Riga>
      <CellaTitolo>
        <span className="mono muted">{d.codice}</span>{' '}
        <a href={d.stato === 'APPROVATO' ? routes.convenzione(d.id) : routes.istruttoria(d.id)}>{d.titolo}</a>{' '}
        <span className="second titolo-lieve">{d.capofila}</span>
      </CellaTitolo>
      <Cella etichetta="Bando">{d.bando}</Cella>
      <Cella etichetta="Stato">
        <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
          {etichetta.testo}
        </Badge>
      </Cella>
      <Cella etichetta="Tocca a">
        {d.tocca ? <ToccaA chi={NOME_TOCCA[d.tocca]} tu={toccaAMe(d, attore)} /> : <span className="muted">nessuno</span>}
      </Cella>
      <Cella etichetta="Depositata">{d.depositataIl && dataBreve(giornoDi(new Date(d.depositataIl)))}</Cella>
      <Cella etichetta="Termine">
        {d.termine && d.mancano !== null && <Termine giorno={d.termine} giorni={d.mancano} vicino={VICINO_IN_CODA} />}
      </Cella>
      <Cella etichetta="Istruttore">{d.assegnataNome ?? <em className="muted">da assegnare</em>}</Cella>
    </Riga>
  );
};
