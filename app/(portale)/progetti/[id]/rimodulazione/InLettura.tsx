import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ConfrontoCategorie } from '@/components/piano/ConfrontoCategorie';
import { ConfrontoVoci } from '@/components/piano/ConfrontoVoci';
import { PerditePiano } from '@/components/piano/PerditePiano';
import { TabellaAzioniPiano } from '@/components/piano/TabellaAzioniPiano';
import { LinkBottone } from '@/components/ui/Bottone';
import { Callout } from '@/components/ui/Callout';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import type { Attore } from '@/lib/auth/attore';
import { dataEOra } from '@/lib/format/data';
import type { Piano } from '@/lib/piano/contesto';
import { perdite, scostamenti } from '@/lib/piano/perdite';
import { concessoDi, type Momento, type Rimodulazione } from '@/lib/piano/rimodulazione';
import { rifiutoProgetto } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { apriAction } from './actions';
import { DecisioneRimodulazione } from './DecisioneRimodulazione';

type Props = { attore: Attore; rimodulazione: Rimodulazione; approvato: Piano; momento: Momento; oggi: string };

const DOVE: Record<Momento, string> = {
  NON_SERVE: 'Il contributo assegnato basta per il piano approvato: non c’è nulla da ridurre.',
  DA_APRIRE: 'Il contributo assegnato è minore di quello chiesto: prima dell’avvio il piano va ridotto.',
  IN_SCRITTURA: 'L’ente capofila sta scrivendo il nuovo piano. Si legge quando lo presenta.',
  DEPOSITATA: 'La rimodulazione è presentata: tocca alla Regione.',
  APPROVATA: 'La rimodulazione è approvata: il piano in vigore è quello ridotto.',
};

/** Chi non scrive: la Regione che decide, l'ente che aspetta o che deve ancora aprire la rimodulazione. */
export const InLettura = ({ attore, rimodulazione, approvato, momento, oggi }: Props) => {
  const presentato = momento === 'DEPOSITATA' ? (rimodulazione.ultima?.piano ?? null) : null;
  const capofila = rimodulazione.contesto.partner[0]?.organizzazioneId === attore.organizzazioneId;
  const rifiuto = rifiutoProgetto('apriRimodulazione', rimodulazione.stato, { ruolo: attore.ruolo, capofila });
  return (
    <>
      <Callout>{DOVE[momento]}</Callout>
      {momento === 'DA_APRIRE' &&
        (rifiuto === '' ? (
          <div className="pt-6">
            <ModuloAtto action={apriAction} nascosti={{ progettoId: rimodulazione.id }} invia="Apri la rimodulazione iniziale" />
          </div>
        ) : (
          <p className="pt-6">
            <b>{rifiuto}</b>
          </p>
        ))}
      {presentato && <Presentato rimodulazione={rimodulazione} approvato={approvato} presentato={presentato} oggi={oggi} />}
      {momento === 'APPROVATA' && (
        // il piano in vigore è già quello ridotto: che cosa è cambiato lo dicono le versioni
        <p className="pt-6">
          <a href={routes.versioni(rimodulazione.id)}>Confronta il nuovo piano con quello presentato prima</a>
        </p>
      )}
      {!presentato && momento !== 'APPROVATA' && (
        <Sezione id="chiesto" titolo="Chiesto e concesso">
          <Statico>
            <ConfrontoCategorie
              righe={scostamenti(approvato, approvato, concessoDi(rimodulazione, approvato))}
              categorie={rimodulazione.contesto.categorieCosto}
              scritto="Piano in vigore"
            />
          </Statico>
        </Sezione>
      )}
      {momento === 'DEPOSITATA' && attore.lettore === 'app_regione' && (
        <DecisioneRimodulazione attore={attore} rimodulazione={rimodulazione} />
      )}
    </>
  );
};

const Presentato = ({
  rimodulazione,
  approvato,
  presentato,
  oggi,
}: {
  rimodulazione: Rimodulazione;
  approvato: Piano;
  presentato: Piano;
  oggi: string;
}) => {
  const { contesto, ultima } = rimodulazione;
  return (
    <Statico>
      <Sezione
        id="presentato"
        titolo="Che cosa cambia"
        nota={ultima && `Versione ${ultima.numero}, protocollo ${ultima.protocollo}, presentata il ${dataEOra(new Date(ultima.creataIl))}.`}
      >
        <ConfrontoCategorie
          righe={scostamenti(approvato, presentato, concessoDi(rimodulazione, approvato))}
          categorie={contesto.categorieCosto}
          scritto="Presentato"
        />
        <PerditePiano perdite={perdite(approvato, presentato)} gruppi={contesto.gruppi} />
      </Sezione>
      <Sezione id="voci" titolo="Voci di costo">
        <ConfrontoVoci prima={approvato} dopo={presentato} contesto={contesto} />
      </Sezione>
      <Sezione id="azioni" titolo="Azioni del nuovo piano">
        <TabellaAzioniPiano azioni={presentato.azioni} contesto={{ ...contesto, oggi }} />
        {ultima && (
          <div className="btn-row pt-4">
            <LinkBottone href={routes.versione(rimodulazione.id, ultima.numero)}>Leggi tutta la versione presentata</LinkBottone>
          </div>
        )}
      </Sezione>
    </Statico>
  );
};
