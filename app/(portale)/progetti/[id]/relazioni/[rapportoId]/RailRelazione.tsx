import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Badge } from '@/components/ui/Badge';
import { Dialogo } from '@/components/ui/Dialogo';
import { Icona } from '@/components/ui/Icona';
import { Misura } from '@/components/ui/Misura';
import { partiMancanti, type VoceCompletezza } from '@/lib/attuazione/completezza';
import { ETICHETTA_PARTE } from '@/lib/attuazione/labels';
import { LIMITI } from '@/lib/attuazione/limiti';
import type { ParteDelRapporto, RapportoIntero } from '@/lib/attuazione/queries';
import { giorniTra } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { dataLunga, mancano } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { consegnaAction, presentaAction, rinviaAction } from './actions';
import { Conferma } from './Conferma';

type Props = { rapporto: RapportoIntero; voci: VoceCompletezza[]; attore: Attore; capofila: boolean; puoInviare: boolean; oggi: string };

/** Ciò che resta vero mentre si scrive: completezza, scadenza e invio, parti degli enti. */
export const RailRelazione = (props: Props) => (
  <aside className="rail rail--sticky" aria-label="Completezza e invio">
    <Completezza {...props} />
    {props.rapporto.stato === 'BOZZA' && <Invio {...props} />}
    <Conferma rapporto={props.rapporto} attore={props.attore} puoInviare={props.puoInviare} />
    <Parti {...props} />
  </aside>
);

const Completezza = ({ rapporto, voci }: Props) => {
  const complete = voci.filter(({ manca }) => manca.length === 0).length;
  const incomplete = voci.filter(({ manca }) => manca.length > 0);
  return (
    <section>
      <h2>Completezza</h2>
      <p>
        <b className="cifra">{complete}</b> azioni complete su {voci.length}
      </p>
      <Misura quota={voci.length ? complete / voci.length : 0} descrizione={`${complete} azioni complete su ${voci.length}`} />
      {incomplete.length > 0 && (
        <>
          <h3 className="small">Prima di inviare</h3>
          <ul className="small elenco-manca">
            {incomplete.map(({ azione, manca }) => (
              <li key={azione.id}>
                <Icona nome={azione.ora ? 'attenzione' : 'matita'} taglia={16} />
                <a href={`${routes.rapporto(rapporto.progetto.id, rapporto.id, { azione: azione.id })}#azione-${azione.id}`}>
                  {azione.titolo}: {manca[0]?.messaggio}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const Invio = ({ rapporto, voci, attore, capofila, puoInviare, oggi }: Props) => {
  const mancanti = partiMancanti(rapporto, attore.organizzazioneId);
  const rilievi = rapporto.rilievi.filter((r) => !r.diQuesta && r.stato === 'APERTO').length;
  const pronte = voci.every(({ manca }) => manca.length === 0) && rilievi === 0;
  const nascosti = { progettoId: rapporto.progetto.id, rapportoId: rapporto.id };
  const miaParte = rapporto.parti.find((p) => p.organizzazioneId === attore.organizzazioneId);
  const scadenza = giorniTra(oggi, rapporto.periodo.scadenza);
  return (
    <section>
      <h2>{capofila ? 'Invio' : 'La tua parte'}</h2>
      <p className={scadenza < 0 ? 'small late' : 'small second'}>
        {mancano(scadenza)}, scadenza {dataLunga(rapporto.periodo.scadenza)}.
      </p>
      {!capofila &&
        miaParte &&
        miaParte.stato !== 'NON_DOVUTO' &&
        (miaParte.stato === 'APERTO' || miaParte.stato === 'RINVIATO' ? (
          <>
            {miaParte.notaRinvio && <p className="small">Il capofila chiede: «{miaParte.notaRinvio}»</p>}
            <ModuloAtto
              action={consegnaAction}
              nascosti={{ ...nascosti, organizzazioneId: attore.organizzazioneId }}
              invia="Consegna la tua parte"
              largo
            />
          </>
        ) : (
          <p className="small">La tua parte è consegnata.</p>
        ))}
      {capofila && puoInviare && pronte && mancanti.length === 0 && (
        <Dialogo id="invia" titolo="Inviare la relazione alla Regione?" apri="Controlla e invia" chiudi="Torna alla bozza">
          <p>Dopo l’invio i valori non si cambiano più, se non dove la Regione chiede un chiarimento. Una copia resta congelata.</p>
          <ModuloAtto action={presentaAction} nascosti={nascosti} invia="Invia la relazione" />
        </Dialogo>
      )}
      {capofila && puoInviare && (!pronte || mancanti.length > 0) && (
        <p className="small">
          <b>Non puoi ancora inviare.</b> {voci.some(({ manca }) => manca.length > 0) ? 'Completa le azioni elencate sopra. ' : ''}
          {rilievi > 0 ? 'Rispondi ai rilievi della Regione. ' : ''}
          {mancanti.length > 0 ? `Mancano le parti di: ${mancanti.map(({ nome }) => nome).join(', ')}.` : ''}
        </p>
      )}
      {capofila && !puoInviare && <p className="small">La invia il referente del tuo ente.</p>}
    </section>
  );
};

const Parti = ({ rapporto, attore, capofila }: Props) => {
  const dovute = rapporto.parti.filter((p) => p.stato !== 'NON_DOVUTO');
  if (dovute.length < 2) return null;
  return (
    <section>
      <h2>Parti degli enti</h2>
      <ul className="parti">
        {dovute.map((parte) => (
          <li key={parte.organizzazioneId}>
            <span>{parte.nome}</span>
            <Badge famiglia={ETICHETTA_PARTE[parte.stato].famiglia} icona={ETICHETTA_PARTE[parte.stato].icona}>
              {ETICHETTA_PARTE[parte.stato].testo}
            </Badge>
            {capofila && rapporto.stato === 'BOZZA' && parte.organizzazioneId !== attore.organizzazioneId && (
              <ComandiParte rapporto={rapporto} parte={parte} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const ComandiParte = ({ rapporto, parte }: { rapporto: RapportoIntero; parte: ParteDelRapporto }) => {
  const nascosti = { progettoId: rapporto.progetto.id, rapportoId: rapporto.id, organizzazioneId: parte.organizzazioneId };
  if (parte.stato === 'CONSEGNATO')
    return (
      <Dialogo
        id={`rinvia-${parte.organizzazioneId}`}
        titolo={`Rinviare la parte a ${parte.nome}?`}
        apri="Rinvia"
        variante="quieto"
        taglia={32}
      >
        <ModuloAtto
          action={rinviaAction}
          nascosti={nascosti}
          invia="Rinvia la parte"
          testo={{ nome: 'nota', etichetta: 'Che cosa va corretto', massimo: LIMITI.motivo }}
        />
      </Dialogo>
    );
  if (parte.stato === 'APERTO' || parte.stato === 'RINVIATO')
    return (
      <Dialogo
        id={`completa-${parte.organizzazioneId}`}
        titolo={`Consegnare la parte al posto di ${parte.nome}?`}
        apri="Completa tu"
        variante="quieto"
        taglia={32}
      >
        <p>
          Le azioni di questo ente devono essere complete: puoi compilarle tu. Nella storia resta scritto che l’ha consegnata il capofila.
        </p>
        <ModuloAtto action={consegnaAction} nascosti={nascosti} invia="Consegna la parte" />
      </Dialogo>
    );
  return null;
};
