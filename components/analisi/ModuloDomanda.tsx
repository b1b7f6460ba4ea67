import { codiciDi, conPersone, dimensioniDi, filtrabiliDi, misureDi, nomeMisura, operatoriDi } from '@/lib/analisi/dimensioni';
import { etichettaMisura, NOME_OPERATORE, NOME_QUOTA } from '@/lib/analisi/labels';
import type { Contesto, Errori } from '@/lib/analisi/leggi';
import { FILTRI, OPERATORI, type Parametri, QUOTE } from '@/lib/analisi/schema';
import type { Codice, Tabella } from '@/lib/dizionario/contratto';
import { dataBreve } from '@/lib/format/data';
import { leggiData } from '@/lib/format/lettura';
import { routes } from '@/lib/routes';
import { RigheCampo } from '../forms/Campo';
import { CampoData, CampoTesto } from '../forms/CampoTesto';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { Selezione } from '../forms/Selezione';
import { Bottone } from '../ui/Bottone';

type Props = { tabella: Tabella; contesto: Contesto; scritti: Parametri; errori: Errori };

const ELENCO_CORTO = 30;
const NUMERI = Array.from({ length: FILTRI }, (_, n) => n + 1);

/** Le voci che si aggiungono alla prima, se servono. */
const ALTRE_VOCI = [
  ['sotto', 'Righe, seconda voce'],
  ['colonne', 'Colonne'],
] as const;

/** La domanda, in un modulo GET: l'indirizzo che ne esce la dice tutta, e si può mandare a un collega. */
export const ModuloDomanda = ({ tabella, contesto, scritti, errori }: Props) => {
  const voci = dimensioniDi(tabella).map(({ nome, etichetta }) => ({ valore: nome, etichetta }));
  const letta = leggiData(scritti.data ?? '');
  const inUso = NUMERI.filter((n) => scritti[`f${n}`]).length;
  return (
    <form action={`${routes.analisi()}#risultato`} method="get" className="analisi">
      <input type="hidden" name="tabella" value={tabella.nome} />
      <div className="analisi__campi">
        <Selezione nome="righe" etichetta="Righe" valore={scritti.righe} vuota="Scegli una voce" opzioni={voci} errore={errori.righe} />
        {ALTRE_VOCI.map(([nome, etichetta]) => (
          <Selezione
            key={nome}
            nome={nome}
            etichetta={etichetta}
            facoltativo
            valore={scritti[nome]}
            vuota="Nessuna"
            opzioni={voci}
            errore={errori[nome]}
          />
        ))}
        <Selezione
          nome="misura"
          etichetta="Misura"
          valore={scritti.misura || 'conteggio'}
          opzioni={misureDi(tabella).map((misura) => ({ valore: nomeMisura(misura), etichetta: etichettaMisura(tabella, misura) }))}
          errore={errori.misura}
        />
        <Selezione
          nome="quota"
          etichetta="Mostra"
          valore={scritti.quota || 'valori'}
          opzioni={QUOTE.map((quota) => ({ valore: quota, etichetta: NOME_QUOTA[quota] }))}
          errore={errori.quota}
        />
      </div>
      <div className="analisi__campi">
        <Selezione
          nome="fonte"
          etichetta="Dati"
          valore={scritti.fonte || 'oggi'}
          opzioni={[
            { valore: 'oggi', etichetta: 'Di oggi' },
            ...contesto.istantanee.map(({ numero, data }) => ({
              valore: String(numero),
              etichetta: `Istantanea ${numero}, al ${dataBreve(data)}`,
            })),
          ]}
          errore={errori.fonte}
        />
        <CampoData
          nome="data"
          etichetta="Data di riferimento"
          aiuto="gg/mm/aaaa. Un’istantanea ha già la sua."
          valore={errori.data ? scritti.data : dataBreve(letta.ok && letta.iso ? letta.iso : contesto.oggi)}
          errore={errori.data}
        />
      </div>
      <details className="aggiungi" open={inUso > 0 || Object.keys(errori).some((campo) => /^[fov]\d$/.test(campo))}>
        <summary>{inUso === 0 ? 'Filtri' : `Filtri (${inUso} in uso)`}</summary>
        {NUMERI.map((n) => (
          <Filtro key={n} numero={n} tabella={tabella} contesto={contesto} scritti={scritti} errori={errori} />
        ))}
      </details>
      <div>
        <Bottone type="submit" variante="primario">
          Mostra
        </Bottone>
      </div>
    </form>
  );
};

type PropsFiltro = Props & { numero: number };

const Filtro = ({ numero, tabella, contesto, scritti, errori }: PropsFiltro) => {
  const colonna = filtrabiliDi(tabella).find(({ nome }) => nome === scritti[`f${numero}`]);
  const confronti = colonna ? operatoriDi(tabella, colonna) : conPersone(tabella.nome) ? (['uguale', 'diverso'] as const) : OPERATORI;
  return (
    <fieldset className="analisi__filtro">
      <legend className="legend">{`Filtro ${numero}`}</legend>
      <Selezione
        nome={`f${numero}`}
        etichetta="Colonna"
        valore={scritti[`f${numero}`]}
        vuota="Nessun filtro"
        opzioni={filtrabiliDi(tabella).map(({ nome, etichetta }) => ({ valore: nome, etichetta }))}
        errore={errori[`f${numero}`]}
      />
      <Selezione
        nome={`o${numero}`}
        etichetta="Confronto"
        valore={scritti[`o${numero}`] || 'uguale'}
        opzioni={confronti.map((operatore) => ({ valore: operatore, etichetta: NOME_OPERATORE[operatore] }))}
        errore={errori[`o${numero}`]}
      />
      <Valori numero={numero} colonna={colonna} contesto={contesto} scritto={scritti[`v${numero}`] ?? ''} errore={errori[`v${numero}`]} />
    </fieldset>
  );
};

type PropsValori = {
  numero: number;
  colonna: ReturnType<typeof filtrabiliDi>[number] | undefined;
  contesto: Contesto;
  scritto: string;
  errore: string | undefined;
};

/** Se la colonna ha un elenco chiuso, le sue voci da spuntare; altrimenti si scrive. */
const Valori = ({ numero, colonna, contesto, scritto, errore }: PropsValori) => {
  const nome = `v${numero}`;
  const elenco = colonna ? codiciDi(colonna, contesto.vocaboli) : null;
  // un elenco lungo si cerca per nome; uno corto ha il suo ordine
  const codici = elenco && elenco.length > ELENCO_CORTO ? [...elenco].sort(([, a], [, b]) => a.localeCompare(b, 'it')) : elenco;
  if (!codici || codici.length === 0)
    return (
      <CampoTesto
        nome={nome}
        etichetta="Valori"
        aiuto="Più valori separati da ; – se la colonna ha un elenco, premi «Mostra» per vederlo."
        valore={scritto}
        errore={errore}
        autoComplete="off"
      />
    );
  const spuntati = scritto.split(/[,;|]/).map((valore) => valore.trim().toLocaleLowerCase('it'));
  const spuntato = ([codice, etichetta]: Codice): boolean =>
    [codice, etichetta].some((nome) => spuntati.includes(nome.toLocaleLowerCase('it')));
  // un elenco lungo scorre: ciò che è spuntato sta in cima, e si vede
  const inOrdine = codici.length > ELENCO_CORTO ? [...codici].sort((a, b) => Number(spuntato(b)) - Number(spuntato(a))) : codici;
  return (
    <fieldset
      className={errore ? 'field field--err' : 'field'}
      id={nome}
      tabIndex={-1}
      aria-describedby={errore ? `${nome}-errore` : undefined}
    >
      <legend>Valori</legend>
      <RigheCampo id={nome} errore={errore} />
      <div className="analisi__valori">
        {inOrdine.map(([codice, etichetta]) => (
          <CasellaSpunta
            key={codice}
            nome={nome}
            id={`${nome}-${codice}`}
            valore={codice}
            etichetta={etichetta}
            spuntata={spuntato([codice, etichetta])}
          />
        ))}
      </div>
    </fieldset>
  );
};
