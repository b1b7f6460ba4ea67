import type { AzioneInElenco, Pagina, ProgettoInElenco } from '@/lib/cruscotto/letture';
import { type FiltriElenco, soloCondizioni } from '@/lib/cruscotto/schema';
import { routes } from '@/lib/routes';
import { Bottone, LinkBottone } from '../ui/Bottone';
import { Paginazione } from '../ui/Paginazione';
import { Vuoto } from '../ui/Vuoto';
import { RigheAzioni, RigheProgetti } from './RigheElenco';

type Props = {
  filtri: FiltriElenco;
  pagina: Pagina<ProgettoInElenco | AzioneInElenco>;
  /** Le righe già scelte, se si sta confermando un atto. */
  scelti: string[];
  oggi: string;
  /** Se chi guarda può sollecitare e assegnare: scaricare possono tutti. */
  puoAgire: boolean;
};

const FORMATI = [
  ['csv', 'CSV per Excel'],
  ['csv-r', 'CSV per R'],
  ['xlsx', 'XLSX'],
] as const;

const eAzione = (riga: ProgettoInElenco | AzioneInElenco): riga is AzioneInElenco => 'progettoId' in riga;
const eProgetto = (riga: ProgettoInElenco | AzioneInElenco): riga is ProgettoInElenco => !eAzione(riga);

/** Una pagina dell’elenco con le caselle: il modulo torna a questa pagina, che chiede conferma. Funziona senza JavaScript. */
export const ElencoConScelte = ({ filtri, pagina, scelti, oggi, puoAgire }: Props) => {
  const { righe, totale, prima, dopo, precedente } = pagina;
  const qui = { ...soloCondizioni(filtri), ordine: filtri.ordine, verso: filtri.verso };
  if (righe.length === 0)
    return (
      <Vuoto
        titolo="Nessuna riga con questi filtri"
        azione={<LinkBottone href={routes.cruscottoElenco({ vista: filtri.vista })}>Togli i filtri</LinkBottone>}
      >
        <p>Se hai premuto un numero del cruscotto, nel frattempo la situazione è cambiata.</p>
      </Vuoto>
    );
  return (
    <>
      <form id="righe" action={routes.cruscottoElenco()}>
        <Nascosti valori={{ ...qui, dopo: filtri.dopo }} />
        {filtri.vista === 'azioni' ? (
          <RigheAzioni righe={righe.filter(eAzione)} filtri={filtri} />
        ) : (
          <RigheProgetti righe={righe.filter(eProgetto)} filtri={filtri} oggi={oggi} />
        )}
        {puoAgire && (
          <div className="toolbar">
            <span className="small second">Con le righe scelte:</span>
            <Bottone type="submit" name="atto" value="sollecita" variante="secondario" taglia={36}>
              Invia un promemoria
            </Bottone>
            <Bottone type="submit" name="atto" value="assegna" variante="secondario" taglia={36}>
              Assegna le relazioni
            </Bottone>
            <Bottone type="submit" name="atto" value="esporta" variante="quieto" taglia={36}>
              Scegli per scaricare
            </Bottone>
          </div>
        )}
      </form>
      <Paginazione
        da={prima + 1}
        a={prima + righe.length}
        totale={totale}
        nome={filtri.vista}
        precedente={precedente === null ? undefined : routes.cruscottoElenco({ ...qui, dopo: precedente })}
        successiva={dopo ? routes.cruscottoElenco({ ...qui, dopo }) : undefined}
      />
      <form action={routes.cruscottoEsporta()} method="post" className="toolbar">
        <Nascosti valori={qui} />
        {scelti.map((valore) => (
          <input key={valore} type="hidden" name="id" value={valore} />
        ))}
        <span className="small second">{scelti.length > 0 ? `Scarica le ${scelti.length} righe scelte` : 'Scarica tutto l’elenco'}</span>
        {FORMATI.map(([formato, etichetta]) => (
          <Bottone key={formato} type="submit" name="formato" value={formato} variante="quieto" taglia={36}>
            {etichetta}
          </Bottone>
        ))}
      </form>
    </>
  );
};

const Nascosti = ({ valori }: { valori: Record<string, string | undefined> }) =>
  Object.entries(valori).map(([nome, valore]) => valore && <input key={nome} type="hidden" name={nome} value={valore} />);
