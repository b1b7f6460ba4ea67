import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { dataEOra } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import type { IstruttoriaIntera } from '@/lib/istruttoria/letture';
import { NOME_FASE } from '@/lib/istruttoria/parole';
import { routes } from '@/lib/routes';

/** Chi ha presentato che cosa e quando, con la versione da leggere. */
export const Fatti = ({ esame }: { esame: IstruttoriaIntera }) => {
  const capofila = esame.enti.find(({ ruolo }) => ruolo === 'CAPOFILA');
  const partner = esame.enti.filter(({ ruolo }) => ruolo !== 'CAPOFILA');
  return (
    <>
      <section>
        <h2>La domanda</h2>
        <ElencoChiave
          voci={[
            { termine: 'Fase', valore: NOME_FASE[esame.fase] },
            { termine: 'Capofila', valore: capofila?.nome ?? 'non indicato' },
            { termine: 'Partner', valore: partner.length > 0 ? elenco(partner.map(({ nome }) => nome)) : 'nessuno' },
            { termine: 'Territorio', valore: esame.territorio },
          ]}
        />
      </section>
      {esame.versione && <Depositata progettoId={esame.id} versione={esame.versione} />}
    </>
  );
};

const Depositata = ({ progettoId, versione: v }: { progettoId: string; versione: NonNullable<IstruttoriaIntera['versione']> }) => (
  <section>
    <h2>Ultimo deposito</h2>
    <ElencoChiave
      voci={[
        { termine: 'Versione', valore: <a href={routes.versione(progettoId, v.numero)}>Leggi la versione {v.numero}</a> },
        { termine: 'Depositata', valore: dataEOra(new Date(v.creataIl)) },
        { termine: 'Da', valore: v.ente },
        { termine: 'Protocollo', valore: <span className="mono">{v.protocollo}</span> },
      ]}
    />
    <p className="small">
      <a href={routes.versioni(progettoId)}>Tutte le versioni e i confronti</a>
    </p>
  </section>
);
