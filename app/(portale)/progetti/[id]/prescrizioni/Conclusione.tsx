import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { campiAtto } from '@/components/istruttoria/campiAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { Dialogo } from '@/components/ui/Dialogo';
import type { Attore } from '@/lib/auth/attore';
import type { PrescrizioniDelProgetto } from '@/lib/decisioni/queriesPrescrizioni';
import { rifiutoPrescrizioni } from '@/lib/decisioni/rifiuti';
import { LIMITI_DECISIONE } from '@/lib/decisioni/schema';
import { MOTIVI_DINIEGO, opzioniDi } from '@/lib/istruttoria/motivi';
import { rifiutoProgetto } from '@/lib/progetti/stati';
import { approvaPrescrizioniAction, nonApprovaAction, presentaAction, rinviaAction } from './actions';

type Props = { progetto: PrescrizioniDelProgetto; attore: Attore };

/** La barra in fondo: presentare (capofila), poi approvare, rinviare o non approvare (dirigente). */
export const Conclusione = ({ progetto, attore }: Props) => {
  const chi = { ruolo: attore.ruolo, capofila: progetto.capofila };
  if (progetto.stato === 'APPROVATO_CON_PRESCRIZIONI') {
    const no = rifiutoProgetto('presentaPrescrizioni', progetto.stato, chi) || rifiutoPrescrizioni('presenta', progetto.prescrizioni);
    if (no) return <BarraAzioni testo={<b>{no}</b>}>{null}</BarraAzioni>;
    return (
      <BarraAzioni testo="Di ogni prescrizione è scritto come è stata adempiuta.">
        <Dialogo id="presenta" titolo="Presentare le prescrizioni alla Regione?" apri="Presenta le prescrizioni" taglia={36}>
          <p>Dopo non si possono più riscrivere, se la Regione non le rinvia.</p>
          <ModuloAtto action={presentaAction} nascosti={{ progettoId: progetto.id }} invia="Presenta le prescrizioni" />
        </Dialogo>
      </BarraAzioni>
    );
  }
  if (progetto.stato !== 'PRESCRIZIONI_PRESENTATE') return null;
  const vietato = rifiutoProgetto('rinviaPrescrizioni', progetto.stato, chi);
  if (attore.lettore === 'app_ente') return <BarraAzioni testo="Le prescrizioni sono all’esame della Regione.">{null}</BarraAzioni>;
  return vietato ? <BarraAzioni testo={<b>{vietato}</b>}>{null}</BarraAzioni> : <Decide progetto={progetto} attore={attore} />;
};

const Decide = ({ progetto, attore }: Props) => {
  const [nonApprovabile, nonRinviabile] = [
    rifiutoPrescrizioni('approva', progetto.prescrizioni),
    rifiutoPrescrizioni('rinvia', progetto.prescrizioni),
  ];
  const nascosti = { progettoId: progetto.id };
  const motivazione = { tipo: 'area', nome: 'motivazione', etichetta: 'Motivazione', massimo: LIMITI_DECISIONE.motivazione } as const;
  return (
    <BarraAzioni testo={nonApprovabile ? <b>{nonApprovabile}</b> : 'Tutte le prescrizioni sono verificate.'}>
      <Dialogo id="non-approvare" titolo="Non approvare il progetto?" apri="Non approvare" variante="pericolo" taglia={36}>
        <ModuloEsame
          action={nonApprovaAction}
          nascosti={nascosti}
          invia="Registra la non approvazione"
          variante="pericolo"
          gruppi={[
            campiAtto(attore.adesso),
            { campi: [{ tipo: 'caselle', nome: 'motivi', etichetta: 'Motivi', opzioni: opzioniDi(MOTIVI_DINIEGO) }, motivazione] },
          ]}
        />
      </Dialogo>
      {!nonRinviabile && (
        <Dialogo id="rinviare" titolo="Rinviare le prescrizioni all’ente?" apri="Rinvia all’ente" variante="secondario" taglia={36}>
          <p>L’ente riscrive quelle respinte; quelle verificate restano verificate.</p>
          <ModuloAtto action={rinviaAction} nascosti={nascosti} invia="Rinvia le prescrizioni" />
        </Dialogo>
      )}
      {!nonApprovabile && (
        <Dialogo id="approvare" titolo="Approvare il progetto?" apri="Approva" taglia={36}>
          <ModuloEsame
            action={approvaPrescrizioniAction}
            nascosti={nascosti}
            invia="Registra l’approvazione"
            gruppi={[campiAtto(attore.adesso), { campi: [{ ...motivazione, facoltativo: true }] }]}
          />
        </Dialogo>
      )}
    </BarraAzioni>
  );
};
