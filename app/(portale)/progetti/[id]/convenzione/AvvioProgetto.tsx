import { CampoData } from '@/components/forms/CampoTesto';
import { campiAtto } from '@/components/istruttoria/campiAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { classiBottone } from '@/components/ui/Bottone';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import type { Attore } from '@/lib/auth/attore';
import { NOME_CALENDARIO } from '@/lib/bandi/nomi';
import type { Periodo } from '@/lib/calendario/periodi';
import { type Anteprima, anteprimaAvvio } from '@/lib/convenzione/anteprima';
import { dubbioCup } from '@/lib/convenzione/codici';
import type { PaginaConvenzione } from '@/lib/convenzione/queries';
import { ostacoliAllAvvio } from '@/lib/convenzione/regole';
import { dataBreve, giornoDi, nomePeriodo } from '@/lib/format/data';
import { rifiutoProgetto } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { avviaAction } from './actions';

type Props = { attore: Attore; pagina: PaginaConvenzione; domanda: { inizio?: string; fine?: string } };

/** La Regione prova le date, guarda i periodi che ne vengono e avvia il progetto; se non si può, dice perché. */
export const AvvioProgetto = ({ attore, pagina, domanda }: Props) => {
  const oggi = giornoDi(attore.adesso);
  const rifiuto = rifiutoProgetto('avvia', pagina.stato, { ruolo: attore.ruolo, capofila: false });
  const ostacoli = ostacoliAllAvvio(pagina);
  const anteprima = anteprimaAvvio(domanda, pagina.regola, oggi);
  const dubbio = pagina.convenzione.cup ? dubbioCup(pagina.convenzione.cup, Number(oggi.slice(0, 4))) : '';
  return (
    <Sezione id="avvio" titolo="Avvio del progetto" nota={`Relazioni ${NOME_CALENDARIO[pagina.regola.calendario]}.`}>
      {ostacoli.length > 0 && (
        <Callout tipo="attenzione" titolo="Non si può ancora avviare.">
          {ostacoli.join(' ')}
        </Callout>
      )}
      {dubbio && <Callout>{dubbio}</Callout>}
      <ScegliDate pagina={pagina} anteprima={anteprima} />
      <Statico>
        <AnteprimaPeriodi periodi={anteprima.periodi} />
      </Statico>
      {rifiuto ? (
        <p className="pt-6">
          <b>{rifiuto}</b>
        </p>
      ) : (
        ostacoli.length === 0 &&
        anteprima.date && <Conferma attore={attore} pagina={pagina} date={anteprima.date} quanti={anteprima.periodi.length} />
      )}
    </Sezione>
  );
};

const errore = (messaggio: string | undefined) => (messaggio ? [messaggio] : undefined);

/** Un modulo di sola lettura: manda le date nell'indirizzo e la pagina ricalcola i periodi. */
const ScegliDate = ({ pagina, anteprima: { scritto, errori, date } }: { pagina: PaginaConvenzione; anteprima: Anteprima }) => (
  <form action={routes.convenzione(pagina.id)} method="get" className="atto">
    <div className="two">
      <CampoData
        nome="inizio"
        etichetta="Giorno di avvio"
        aiuto="gg/mm/aaaa"
        valore={scritto.inizio || (date ? dataBreve(date.inizio) : '')}
        errore={errore(errori.inizio)}
      />
      <CampoData
        nome="fine"
        etichetta="Fine prevista"
        facoltativo
        aiuto={`Vuota: ${pagina.regola.durataMesi} mesi dall’avvio, come dice il bando.`}
        valore={scritto.fine}
        errore={errore(errori.fine)}
      />
    </div>
    <button type="submit" className={classiBottone({ variante: 'secondario' })}>
      Calcola i periodi
    </button>
  </form>
);

const AnteprimaPeriodi = ({ periodi }: { periodi: Periodo[] }) =>
  periodi.length === 0 ? null : (
    <Tabella
      didascalia={`I periodi che ne vengono: ${periodi.length}`}
      didascaliaVisibile
      schede="griglia"
      fitta
      colonne={[{ etichetta: 'Periodo' }, { etichetta: 'Dal' }, { etichetta: 'Al' }, { etichetta: 'Relazione entro' }]}
    >
      {periodi.map((p) => (
        <Riga key={p.numero}>
          <CellaTitolo>
            {p.numero}. {nomePeriodo(p)}
          </CellaTitolo>
          <Cella etichetta="Dal">{dataBreve(p.dal)}</Cella>
          <Cella etichetta="Al">{dataBreve(p.al)}</Cella>
          <Cella etichetta="Relazione entro">{dataBreve(p.scadenza)}</Cella>
        </Riga>
      ))}
    </Tabella>
  );

type PropsConferma = { attore: Attore; pagina: PaginaConvenzione; date: { inizio: string; fine: string }; quanti: number };

const Conferma = ({ attore, pagina, date, quanti }: PropsConferma) => (
  <div className="pt-6">
    <Dialogo id="avvia" titolo="Avviare il progetto?" apri="Avvia il progetto" taglia={36}>
      <p>
        Dal {dataBreve(date.inizio)} al {dataBreve(date.fine)}, con {quanti === 1 ? 'un periodo' : `${quanti} periodi`} di rendicontazione.
        CUP e conto non si potranno più riscrivere: si cambiano con una modifica.
      </p>
      <ModuloEsame
        action={avviaAction}
        nascosti={{ progettoId: pagina.id, inizio: date.inizio, fine: date.fine }}
        invia="Avvia il progetto"
        gruppi={[campiAtto(attore.adesso)]}
      />
    </Dialogo>
  </div>
);
