import { CHE_ASPETTA, CHI_ASPETTA, nomeStatoAzione } from '@/lib/cruscotto/labels';
import type { Scelte } from '@/lib/cruscotto/letture';
import type { StatoOIgnoto } from '@/lib/cruscotto/queries';
import { Aspetta, Attesa, type FiltriElenco, senzaCondizioni } from '@/lib/cruscotto/schema';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { StatoProgetto } from '@/lib/progetti/schema';
import { CHIAVI_STATO } from '@/lib/ricerca/pannello';
import { routes } from '@/lib/routes';
import { classiBottone } from '../ui/Bottone';
import { CampoCerca } from '../ui/CampoCerca';

const SCELTA = 'input input--select min-h-9 w-auto max-w-64 py-1 text-small';

type PropsMenu = {
  nome: string;
  etichetta: string;
  tutti: string;
  scelto?: string;
  voci: readonly (readonly [valore: string, testo: string])[];
};

const Menu = ({ nome, etichetta, tutti, scelto, voci }: PropsMenu) => (
  <select name={nome} defaultValue={scelto ?? ''} aria-label={etichetta} className={SCELTA}>
    <option value="">{tutti}</option>
    {voci.map(([valore, testo]) => (
      <option key={valore} value={valore}>
        {testo}
      </option>
    ))}
  </select>
);

const coppie = (voci: { id: string; nome: string }[]) => voci.map(({ id, nome }) => [id, nome] as const);
/** Le condizioni che il modulo non mostra ma che il numero premuto ha portato: restano finché non si tolgono i filtri. */
const NASCOSTE = ['comune', 'gruppo', 'principale', 'dipende', 'situazione', 'sospesi'] as const;

/** I filtri dell’elenco, in un modulo che si invia da sé nell’indirizzo. */
export const FiltriCruscotto = ({ filtri, scelte }: { filtri: FiltriElenco; scelte: Scelte }) => (
  <search>
    <form action={routes.cruscottoElenco()} className="toolbar">
      <input type="hidden" name="vista" value={filtri.vista} />
      {NASCOSTE.map((nome) => filtri[nome] && <input key={nome} type="hidden" name={nome} value={filtri[nome]} />)}
      <div className="search">
        <CampoCerca valore={filtri.q} in="titolo, territorio o codice" />
      </div>
      <Menu nome="bando" etichetta="Bando" tutti="Tutti i bandi" scelto={filtri.bando} voci={coppie(scelte.bandi)} />
      <Menu
        nome="stato"
        etichetta="Stato del progetto"
        tutti="Tutti gli stati"
        scelto={filtri.stato}
        voci={StatoProgetto.options.map((stato) => [stato, ETICHETTA_PROGETTO[stato].testo])}
      />
      <Menu nome="ambito" etichetta="Ambito" tutti="Tutti gli ambiti" scelto={filtri.ambito} voci={coppie(scelte.ambiti)} />
      <Menu
        nome="istruttore"
        etichetta="Chi verifica la relazione"
        tutti="Tutti gli istruttori"
        scelto={filtri.istruttore}
        voci={[['nessuno', 'Da assegnare'], ...coppie(scelte.istruttori)]}
      />
      <Menu
        nome="relazioni"
        etichetta="Relazioni"
        tutti="Tutte le relazioni"
        scelto={filtri.relazioni}
        voci={[
          ['scadute', 'In ritardo'],
          ['vicine', 'In scadenza'],
          ['verifica', 'Da verificare'],
        ]}
      />
      <Menu
        nome="tocca"
        etichetta="Tocca a"
        tutti="Tocca a chiunque"
        scelto={filtri.tocca}
        voci={Aspetta.options.map((chi) => [chi, `Tocca a: ${CHI_ASPETTA[chi]}`])}
      />
      <Menu
        nome="attesa"
        etichetta="Che cosa si aspetta"
        tutti="Qualunque attesa"
        scelto={filtri.attesa}
        voci={Attesa.options.map((che) => [che, CHE_ASPETTA[che]])}
      />
      <Menu
        nome="statoAzione"
        etichetta="Stato dell’azione"
        tutti="Azioni in ogni stato"
        scelto={filtri.statoAzione}
        voci={(CHIAVI_STATO as readonly StatoOIgnoto[]).map((stato) => [stato, nomeStatoAzione(stato)])}
      />
      <Menu
        nome="causa"
        etichetta="Causa di ritardo"
        tutti="Ogni causa"
        scelto={filtri.causa}
        voci={scelte.cause.map(({ codice, etichetta }) => [codice, etichetta])}
      />
      <Menu
        nome="ritardo"
        etichetta="Ritardo delle azioni"
        tutti="Con e senza ritardo"
        scelto={filtri.ritardo}
        voci={[['1', 'Con azioni in ritardo']]}
      />
      <button type="submit" className={classiBottone({ variante: 'quieto', taglia: 36 })}>
        Filtra
      </button>
      {!senzaCondizioni(filtri) && <a href={routes.cruscottoElenco({ vista: filtri.vista })}>Togli i filtri</a>}
    </form>
  </search>
);
