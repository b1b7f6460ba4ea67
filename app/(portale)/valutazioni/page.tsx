import type { Metadata } from 'next';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { routes } from '@/lib/routes';
import { elencaDaValutare, type InElenco } from '@/lib/valutazione/queries';
import { NOME_FASE, PASSI, passoDi } from '@/lib/valutazione/rules';

export const metadata: Metadata = { title: 'Valutazioni' };

export default async function ValutazioniPage() {
  const attore = await requireLettore('app_regione');
  const tutte = (await elencaDaValutare(attore)).map((domanda) => ({ ...domanda, passo: PASSI[passoDi(domanda)] }));
  const [daFare, altre] = [tutte.filter(({ passo }) => passo.tocca), tutte.filter(({ passo }) => !passo.tocca)];
  return (
    <div className="wrap wrap--wide">
      <Statico>
        <TitoloPagina
          titolo="Valutazioni"
          sottotitolo={
            tutte.length === 0 ? undefined : daFare.length === 1 ? '1 domanda aspetta te.' : `${daFare.length} domande aspettano te.`
          }
        />
        {tutte.length === 0 && (
          <Vuoto titolo="Nessuna domanda da valutare">
            Qui compaiono le domande ammissibili dei bandi in cui fai parte della commissione.
          </Vuoto>
        )}
        {daFare.length > 0 && (
          <Sezione id="da-fare" titolo="Tocca a te">
            <Elenco didascalia="Domande che aspettano te" domande={daFare} />
          </Sezione>
        )}
        {altre.length > 0 && (
          <Sezione id="altre" titolo="In attesa o concluse">
            <Elenco didascalia="Domande in attesa di altri o concluse" domande={altre} />
          </Sezione>
        )}
      </Statico>
    </div>
  );
}

type Domanda = InElenco & { passo: (typeof PASSI)[keyof typeof PASSI] };

const Elenco = ({ didascalia, domande }: { didascalia: string; domande: Domanda[] }) => (
  <Tabella
    didascalia={didascalia}
    schede="etichette"
    colonne={['Domanda', 'Fase', 'Bando', 'Che cosa fare'].map((etichetta) => ({ etichetta }))}
  >
    {domande.map((d) => (
      <Riga key={`${d.id}-${d.fase}`}>
        <CellaTitolo>
          <span className="mono muted">{d.codice}</span> <a href={routes.valutazione(d.id, { fase: d.fase })}>{d.titolo}</a>
        </CellaTitolo>
        <Cella etichetta="Fase">{NOME_FASE[d.fase]}</Cella>
        <Cella etichetta="Bando">
          <a href={routes.graduatoria(d.bandoId, { fase: d.fase })}>{d.bando}</a>
        </Cella>
        <Cella etichetta="Che cosa fare">
          {d.passo.etichetta}
          {d.presidente && <span className="sub">Presiedi la commissione</span>}
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
