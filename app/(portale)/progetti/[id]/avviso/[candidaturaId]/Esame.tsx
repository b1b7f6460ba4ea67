import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloPunti } from '@/components/avvisi/ModuloPunti';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import type { Attore } from '@/lib/auth/attore';
import { COMANDO_ESITO } from '@/lib/avvisi/labels';
import type { CandidaturaIntera } from '@/lib/avvisi/letture';
import type { EsitoCandidatura } from '@/lib/avvisi/schema';
import { ESITI_POSSIBILI, massimoDi, senzaPunti, totaleDi, VUOLE_MOTIVO } from '@/lib/avvisi/stati';
import { LIMITI_AVVISO } from '@/lib/avvisi/voci';
import { accogliAction, decidiAction, valutaAction } from './actions';

type Props = { letta: CandidaturaIntera; attore: Attore };

/** I punti e la decisione: ciò che si può fare adesso o, scritto, perché non si può. */
export const Esame = ({ letta, attore }: Props) => {
  const { progetto, avviso, candidatura: c } = letta;
  const nascosti = { progettoId: progetto.id, candidaturaId: c.id, rev: c.rev };
  const aperto = progetto.stato === 'PARTNERSHIP_APERTA' && avviso.stato === 'CHIUSO';
  const completi = senzaPunti(avviso.criteri, c.punteggi).length === 0;
  return (
    <>
      <div className="wrap">
        {aperto && c.stato === 'AMMESSA' ? (
          <Sezione
            id="punti"
            titolo="Punti"
            nota={completi ? `${totaleDi(avviso.criteri, c.punteggi)} su ${massimoDi(avviso.criteri)}` : ''}
          >
            <ModuloPunti action={valutaAction} nascosti={nascosti} criteri={avviso.criteri} punteggi={c.punteggi} nota={c.nota} />
          </Sezione>
        ) : (
          <Riassunto letta={letta} completi={completi} />
        )}
      </div>
      <Decisione {...{ letta, attore, aperto, completi, nascosti }} />
    </>
  );
};

const Riassunto = ({ letta: { avviso, candidatura: c }, completi }: { letta: CandidaturaIntera; completi: boolean }) => (
  <>
    {completi && (
      <Sezione id="punti" titolo="Punti" nota={`${totaleDi(avviso.criteri, c.punteggi)} su ${massimoDi(avviso.criteri)}`}>
        <p className="small">{avviso.criteri.map(({ chiave, testo }) => `${testo}: ${c.punteggi[chiave]}`).join('; ')}</p>
      </Sezione>
    )}
    {c.nota && (
      <Sezione id="nota" titolo="Motivo o nota">
        <p className="max-w-[680px] whitespace-pre-line">{c.nota}</p>
      </Sezione>
    )}
  </>
);

type PropsDecisione = Props & { aperto: boolean; completi: boolean; nascosti: Record<string, string | number> };

const Decisione = ({ letta: { avviso, candidatura: c }, attore, aperto, completi, nascosti }: PropsDecisione) => {
  if (!aperto) return avviso.stato === 'PUBBLICATO' ? <Non perche="Le candidature si esaminano dopo la chiusura dell’avviso." /> : null;
  const esiti = ESITI_POSSIBILI[c.stato];
  const daAccogliere = c.stato === 'SELEZIONATA' && !c.accolta;
  if (esiti.length === 0 && !daAccogliere) return null;
  if (attore.ruolo !== 'REFERENTE') return <Non perche="La decisione spetta al referente dell’ente capofila." />;
  if (daAccogliere)
    return (
      <BarraAzioni testo="Selezionata: accoglila come partner e manda l’invito ad aprire l’account.">
        <ModuloAtto action={accogliAction} nascosti={nascosti} invia="Accogli come partner" taglia={36} />
      </BarraAzioni>
    );
  if (c.stato === 'AMMESSA' && !completi) return <Non perche="Prima dai i punti a ogni criterio e salvali." />;
  return (
    <BarraAzioni testo="Il candidato riceve l’esito per posta.">
      {esiti.map((esito) => (
        <Comando key={esito} esito={esito} nascosti={nascosti} />
      ))}
    </BarraAzioni>
  );
};

const Non = ({ perche }: { perche: string }) => <BarraAzioni testo={<b>{perche}</b>}>{null}</BarraAzioni>;

const Comando = ({ esito, nascosti }: { esito: EsitoCandidatura; nascosti: Record<string, string | number> }) => {
  const motivato = VUOLE_MOTIVO.includes(esito);
  const variante = motivato ? 'pericolo' : esito === 'RISERVA' ? 'secondario' : 'primario';
  return (
    <Dialogo
      id={`esito-${esito.toLowerCase()}`}
      titolo={`${COMANDO_ESITO[esito]}?`}
      apri={COMANDO_ESITO[esito]}
      variante={variante}
      taglia={36}
    >
      <ModuloAtto
        action={decidiAction}
        nascosti={{ ...nascosti, esito }}
        invia={COMANDO_ESITO[esito]}
        variante={variante}
        testo={motivato ? { nome: 'motivo', etichetta: 'Motivo, che il candidato leggerà', massimo: LIMITI_AVVISO.nota } : undefined}
      />
    </Dialogo>
  );
};
