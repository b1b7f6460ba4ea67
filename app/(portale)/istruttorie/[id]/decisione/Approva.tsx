import { campiAtto } from '@/components/istruttoria/campiAtto';
import type { GruppoCampi } from '@/components/istruttoria/campiEsame';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Sezione } from '@/components/ui/Sezione';
import type { Configurazione } from '@/lib/bandi/configurazione';
import { righeConcesso } from '@/lib/decisioni/campi';
import { richiestoPerCategoria } from '@/lib/decisioni/regole';
import { LIMITI_DECISIONE } from '@/lib/decisioni/schema';
import type { IstruttoriaIntera } from '@/lib/istruttoria/letture';
import { approvaAction } from './actions';

type Props = {
  esame: IstruttoriaIntera;
  configurazione: Configurazione;
  adesso: Date /** Quante prescrizioni si possono scrivere. */;
  righe: number;
};

const prescrizione = (n: number, enti: IstruttoriaIntera['enti']): GruppoCampi => ({
  legenda: `Prescrizione ${n + 1}`,
  campi: [
    {
      tipo: 'area',
      nome: `prescrizione.${n}.testo`,
      etichetta: 'Che cosa si prescrive',
      facoltativo: true,
      massimo: LIMITI_DECISIONE.prescrizione,
      righe: 2,
    },
    {
      tipo: 'scelta',
      nome: `prescrizione.${n}.ente`,
      etichetta: 'Ente che ne risponde',
      valore: enti[0]?.id,
      opzioni: enti.map(({ id, nome }) => ({ valore: id, etichetta: nome })),
    },
    { tipo: 'data', nome: `prescrizione.${n}.entro`, etichetta: 'Da adempiere entro', facoltativo: true },
  ],
});

/** L'approvazione: l'atto, quanto si concede per categoria (non per un'idea), le prescrizioni. */
export const Approva = ({ esame, configurazione, adesso, righe }: Props) => {
  const motivazione = {
    tipo: 'area' as const,
    nome: 'motivazione',
    etichetta: esame.fase === 'IDEA' ? 'Indicazioni per il progetto definitivo' : 'Motivazione',
    facoltativo: true,
    massimo: LIMITI_DECISIONE.motivazione,
  };
  const concesso: GruppoCampi = {
    legenda: 'Contributo concesso',
    campi: righeConcesso(richiestoPerCategoria(esame.voci), configurazione.categorieCosto).map((r) => ({
      tipo: 'importo',
      nome: r.campo,
      etichetta: r.etichetta,
      aiuto: `Chiesti ${r.chiesto}.`,
      valore: r.valore,
    })),
  };
  const prescrizioni = Array.from({ length: righe }, (_, n) => prescrizione(n, esame.enti));
  const contenuto = esame.fase === 'IDEA' ? prescrizioni : [concesso, ...prescrizioni];
  return (
    <Sezione
      id="approva"
      titolo={esame.fase === 'IDEA' ? 'Approva l’idea' : 'Approva il progetto'}
      nota={
        esame.fase === 'IDEA'
          ? 'Le prescrizioni dell’idea si rispettano nel progetto definitivo: si verificano prima di approvarlo.'
          : 'Con almeno una prescrizione l’esito è «approvato con prescrizioni».'
      }
    >
      {righe < LIMITI_DECISIONE.righe && (
        <p className="small">
          Servono più di {righe} prescrizioni?{' '}
          <a href={`?prescrizioni=${Math.min(righe + 5, LIMITI_DECISIONE.righe)}#approva`}>Aggiungi righe</a> prima di cominciare a
          scrivere.
        </p>
      )}
      <ModuloEsame
        action={approvaAction}
        nascosti={{ progettoId: esame.id }}
        invia="Registra l’approvazione"
        gruppi={[campiAtto(adesso), ...contenuto, { campi: [motivazione] }]}
      />
    </Sezione>
  );
};
