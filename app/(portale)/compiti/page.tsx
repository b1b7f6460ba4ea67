import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ElencoCompiti } from '@/components/compiti/ElencoCompiti';
import { PartiEnti } from '@/components/compiti/PartiEnti';
import { PersoneDaFare } from '@/components/compiti/PersoneDaFare';
import { SchedaProgetto } from '@/components/compiti/SchedaProgetto';
import { CruscottoEnte } from '@/components/cruscotto/CruscottoEnte';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { compitiDi, riassunto } from '@/lib/attuazione/compiti';
import { leggiDoveri } from '@/lib/attuazione/queriesCompiti';
import type { ProgettoConDoveri } from '@/lib/attuazione/tipiCompiti';
import { requireAttore } from '@/lib/auth/requireAttore';
import { dataConGiorno, dataLunga, giornoDi, nomePeriodo } from '@/lib/format/data';
import { contaDaFare } from '@/lib/persone/queries';
import { compitiDiritti } from '@/lib/privacy/diritti';
import { dirittiAperti } from '@/lib/privacy/queriesDiritti';
import { inizioDi, routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Cosa devo fare' };

/** Quanti progetti stanno nella colonna di destra senza allontanare il resto. */
const NELLA_COLONNA = 3;

const maiuscola = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

export default async function CompitiPage() {
  const attore = await requireAttore();
  if (attore.lettore !== 'app_ente') redirect(inizioDi(attore.lettore, attore.ruolo));
  const oggi = giornoDi(attore.adesso);
  const [progetti, persone] = [await leggiDoveri(attore), await contaDaFare(attore)];
  const presente = { oggi, adesso: attore.adesso, organizzazioneId: attore.organizzazioneId, ruolo: attore.ruolo };
  const compiti = compitiDi(progetti, presente, compitiDiritti(await dirittiAperti(attore)));
  const giorno = maiuscola(dataConGiorno(oggi));
  const niente = compiti.ritardo.length + compiti.vicini.length + compiti.avanti.length === 0;
  return (
    <div className="wrap">
      <TitoloPagina titolo="Cosa devo fare" sottotitolo={niente ? `${giorno}.` : `${giorno}. ${riassunto(compiti, oggi)}`} />
      <div className="with-rail">
        <div>
          {niente && Object.values(persone).every((quante) => quante === 0) && (
            <div className="pt-8">
              <Vuoto titolo="Per ora non devi fare niente">
                {compiti.prossima
                  ? `La prossima scadenza è il ${dataLunga(compiti.prossima)}.`
                  : 'Qui compaiono le relazioni da aprire, completare e consegnare, e i chiarimenti della Regione.'}
              </Vuoto>
            </div>
          )}
          <ElencoCompiti compiti={compiti} oggi={oggi} />
          <Statico>
            <PersoneDaFare daFare={persone} />
            <CruscottoEnte progetti={progetti} oggi={oggi} />
          </Statico>
        </div>
        <div className="rail pt-8">
          <ColonnaProgetti progetti={progetti} oggi={oggi} mioEnte={attore.organizzazioneId} />
        </div>
      </div>
    </div>
  );
}

const ColonnaProgetti = ({ progetti, oggi, mioEnte }: { progetti: ProgettoConDoveri[]; oggi: string; mioEnte: string }) => {
  if (progetti.length === 0) return null;
  return (
    <>
      <Sezione id="progetti" titolo={progetti.length === 1 ? 'Il tuo progetto' : 'I tuoi progetti'}>
        <div className="grid gap-6">
          {progetti.slice(0, NELLA_COLONNA).map((progetto) => (
            <SchedaProgetto key={progetto.id} progetto={progetto} oggi={oggi} />
          ))}
        </div>
        {progetti.length > NELLA_COLONNA && (
          <p className="small mt-4">
            <a href={routes.progetti()}>Tutti i {progetti.length} progetti</a>
          </p>
        )}
      </Sezione>
      {partiInCorso(progetti, mioEnte).map(({ id, titolo, parti }) => (
        <Sezione key={id} id={`parti-${id}`} titolo={titolo}>
          <PartiEnti parti={parti} />
        </Sezione>
      ))}
    </>
  );
};

/** Le relazioni in bozza di cui l'ente è capofila, con le parti degli altri: sono la cosa che aspetta. */
const partiInCorso = (progetti: ProgettoConDoveri[], mioEnte: string) =>
  progetti
    .filter(({ capofila }) => capofila)
    .flatMap(({ periodi, titolo }) => periodi.map((periodo) => ({ periodo, progetto: titolo })))
    .map(({ periodo, progetto }) => ({
      id: periodo.id,
      titolo: `Parti degli enti, ${nomePeriodo(periodo)}${progetti.length > 1 ? `, ${progetto}` : ''}`,
      parti:
        periodo.rapporto?.stato === 'BOZZA' ? periodo.rapporto.parti.filter(({ organizzazioneId }) => organizzazioneId !== mioEnte) : [],
    }))
    .filter(({ parti }) => parti.length > 0)
    .slice(0, NELLA_COLONNA);
