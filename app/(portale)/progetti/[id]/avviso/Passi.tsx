import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { Dialogo } from '@/components/ui/Dialogo';
import type { Attore } from '@/lib/auth/attore';
import type { AvvisoDelProgetto } from '@/lib/avvisi/letture';
import { mancanzeAvviso } from '@/lib/avvisi/regole';
import { impedimenti } from '@/lib/avvisi/stati';
import { dataEOra } from '@/lib/format/data';
import { rifiutoProgetto } from '@/lib/progetti/stati';
import { apriProgettoAction, chiudiAction, pubblicaAction } from './actions';

type Props = AvvisoDelProgetto & { attore: Attore };
const data = (iso: string | null): Date | null => (iso ? new Date(iso) : null);

/** La barra in fondo: il passo da compiere adesso o, scritto, perché non si può ancora. Solo per il capofila. */
export const Passi = (props: Props) => {
  const { avviso, capofila, progetto } = props;
  if (!avviso || !capofila) return null;
  if (avviso.stato === 'BOZZA' && progetto.stato === 'IDEA_APPROVATA') return <Pubblica {...props} avviso={avviso} />;
  if (progetto.stato !== 'PARTNERSHIP_APERTA') return null;
  return avviso.stato === 'PUBBLICATO' ? <Chiudi {...props} avviso={avviso} /> : <Comincia {...props} />;
};

type ConAvviso = Props & { avviso: NonNullable<Props['avviso']> };
const Non = ({ perche }: { perche: string }) => <BarraAzioni testo={<b>{perche}</b>}>{null}</BarraAzioni>;

const Pubblica = ({ attore, progetto, avviso, capofila, giorniMinimi, passo }: ConAvviso) => {
  const scritto = { ...avviso, apre: data(avviso.apre), chiude: data(avviso.chiude) };
  const termini = passo && { apre: new Date(passo.apre), chiude: data(passo.chiude) };
  const perche =
    rifiutoProgetto('pubblicaAvviso', progetto.stato, { ruolo: attore.ruolo, capofila }) ||
    mancanzeAvviso(scritto, attore.adesso, giorniMinimi, termini)[0];
  if (perche) return <Non perche={perche} />;
  return (
    <BarraAzioni testo="Salva le modifiche prima di pubblicare: da lì il testo non cambia più.">
      <Dialogo id="pubblica" titolo="Pubblicare l’avviso?" apri="Pubblica l’avviso" taglia={36}>
        <p>Chiunque potrà leggerlo e candidarsi{avviso.chiude && ` fino al ${dataEOra(new Date(avviso.chiude))}`}.</p>
        <ModuloAtto action={pubblicaAction} nascosti={{ progettoId: progetto.id, rev: avviso.rev }} invia="Pubblica" />
      </Dialogo>
    </BarraAzioni>
  );
};

const Chiudi = ({ attore, progetto, avviso }: ConAvviso) => {
  if (attore.ruolo !== 'REFERENTE') return <Non perche="L’avviso lo chiude il referente dell’ente capofila." />;
  const chiude = data(avviso.chiude);
  if (chiude && chiude >= attore.adesso)
    return (
      <BarraAzioni testo={`Le candidature arrivano fino al ${dataEOra(chiude)}: dopo potrai chiudere ed esaminarle.`}>{null}</BarraAzioni>
    );
  return (
    <BarraAzioni testo="Il termine è passato: chiudi l’avviso per esaminare le candidature.">
      <ModuloAtto action={chiudiAction} nascosti={{ progettoId: progetto.id }} invia="Chiudi l’avviso" taglia={36} />
    </BarraAzioni>
  );
};

const Comincia = ({ attore, progetto, capofila, candidature }: Props) => {
  const perche = rifiutoProgetto('apriProgetto', progetto.stato, { ruolo: attore.ruolo, capofila }) || impedimenti(candidature)[0];
  if (perche) return <Non perche={perche} />;
  return (
    <BarraAzioni testo={candidature.length === 0 ? 'Nessuna candidatura: puoi proseguire.' : 'Ogni candidatura è decisa.'}>
      <Dialogo id="comincia" titolo="Cominciare il progetto definitivo?" apri="Comincia il progetto definitivo" taglia={36}>
        <p>I partner accolti potranno scriverlo con te. Le candidature non si potranno più cambiare.</p>
        <ModuloAtto action={apriProgettoAction} nascosti={{ progettoId: progetto.id }} invia="Comincia" />
      </Dialogo>
    </BarraAzioni>
  );
};
