import type { Metadata } from 'next';
import { BarreOrizzontali } from '@/components/charts/BarreOrizzontali';
import { CifreCruscotto } from '@/components/cruscotto/CifreCruscotto';
import { MappaSituazioni } from '@/components/cruscotto/MappaSituazioni';
import { AzioniOggi, StatiNelTempo } from '@/components/cruscotto/StatiNelTempo';
import { TabellaAttese } from '@/components/cruscotto/TabellaAttese';
import { TabellaCauseAperte } from '@/components/cruscotto/TabellaCauseAperte';
import { SegnaliInBreve } from '@/components/segnali/SegnaliInBreve';
import { LinkBottone } from '@/components/ui/Bottone';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { type Cruscotto, leggiCruscotto } from '@/lib/cruscotto/queries';
import { dataConGiorno, giornoDi, oraDi } from '@/lib/format/data';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { StatoProgetto } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';
import { segnaliInBreve, statiNelTempo } from './ricordate';

export const metadata: Metadata = { title: 'Cruscotto' };

const maiuscola = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

export default async function CruscottoPage() {
  const attore = await requireLettore('app_regione');
  const oggi = giornoDi(attore.adesso);
  const [dati, mesi, segnali] = await Promise.all([leggiCruscotto(attore), statiNelTempo(attore), segnaliInBreve(attore)]);
  return (
    <div className="wrap">
      <Statico>
        <TitoloPagina
          titolo="Cruscotto"
          sottotitolo={`${maiuscola(dataConGiorno(oggi))}. Ogni numero apre l’elenco che lo spiega.`}
          azioni={
            <LinkBottone href={routes.richieste()} variante="secondario">
              Richieste da decidere
            </LinkBottone>
          }
        />
        <div className="pt-6">
          <CifreCruscotto dati={dati} />
        </div>
        <TabellaAttese attese={dati.attese} oggi={oggi} />
        <TabellaCauseAperte cause={dati.cause} gruppi={dati.gruppi} dellaRegione={dati.dellaRegione} />
        <Sezione id="segnali" titolo="Segnali" nota={`Aggiornati alle ${oraDi(segnali.alle)}.`}>
          <SegnaliInBreve {...segnali.valore} href={routes.cruscottoSegnali()} conProgetto />
        </Sezione>
        <AzioniOggi azioni={dati.azioni} />
        {mesi.valore.length > 0 && <StatiNelTempo mesi={mesi.valore} alle={oraDi(mesi.alle)} />}
        <ProgettiPerStato stati={dati.stati} />
        {dati.luoghi.length > 0 && <MappaSituazioni luoghi={dati.luoghi} situazioni={dati.situazioni} />}
      </Statico>
    </div>
  );
}

const ProgettiPerStato = ({ stati }: Pick<Cruscotto, 'stati'>) => (
  <Sezione id="progetti" titolo="Progetti per stato" azione={<a href={routes.cruscottoElenco()}>Tutti i progetti</a>}>
    <BarreOrizzontali
      voci={StatoProgetto.options.flatMap((stato) => {
        const n = stati.find((riga) => riga.stato === stato)?.n ?? 0;
        return n > 0
          ? [{ chiave: stato, etichetta: ETICHETTA_PROGETTO[stato].testo, valore: n, href: routes.cruscottoElenco({ stato }) }]
          : [];
      })}
    />
  </Sezione>
);
