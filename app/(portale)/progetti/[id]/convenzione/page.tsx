import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Callout } from '@/components/ui/Callout';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Sezione } from '@/components/ui/Sezione';
import { requireLettore } from '@/lib/auth/requireAttore';
import { esitoConvenzione } from '@/lib/convenzione/anteprima';
import { leggiConvenzione, type PaginaConvenzione } from '@/lib/convenzione/queries';
import { dataBreve } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { AvvioProgetto } from './AvvioProgetto';
import { DatiInLettura, ModuloConvenzione } from './DatiConvenzione';

export const metadata: Metadata = { title: 'Convenzione' };

const data = z.string().max(20).optional().catch(undefined);
const Domanda = z.object({ esito: z.string().max(30).optional().catch(undefined), inizio: data, fine: data });

export default async function ConvenzionePage({ params, searchParams }: PageProps<'/progetti/[id]/convenzione'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const pagina = id.success ? await leggiConvenzione(attore, id.data) : null;
  if (!pagina) notFound(); // assente, non tuo e non ancora approvato sono la stessa cosa
  const domanda = Domanda.parse(await searchParams);
  const fatto = esitoConvenzione(domanda.esito);
  const scrive = pagina.stato === 'APPROVATO' && pagina.capofila;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={pagina}
      titolo="Convenzione"
      sottotitolo={pagina.titolo}
      porta={{ href: routes.convenzione(pagina.id), etichetta: 'Convenzione' }}
      fatto={fatto}
    >
      {!fatto && <APuntoSei pagina={pagina} />}
      {pagina.atto && <Stipulata pagina={pagina} />}
      <Sezione id="dati" titolo="Dati per la convenzione">
        {scrive ? (
          <ModuloConvenzione pagina={pagina} />
        ) : (
          <DatiInLettura pagina={pagina} conto={pagina.capofila || attore.lettore === 'app_regione'} />
        )}
      </Sezione>
      {pagina.stato === 'APPROVATO' && attore.lettore === 'app_regione' && (
        <AvvioProgetto attore={attore} pagina={pagina} domanda={domanda} />
      )}
    </PaginaProgetto>
  );
}

/** Una frase che dice a chi tocca. */
const APuntoSei = ({ pagina: { id, stato, mancano, capofila } }: { pagina: PaginaConvenzione }) => {
  if (stato === 'RIMODULAZIONE_INIZIALE')
    return <Callout>Prima si conclude la rimodulazione iniziale; poi l’ente capofila completa questi dati.</Callout>;
  if (stato !== 'APPROVATO')
    return capofila && (stato === 'AVVIATO' || stato === 'SOSPESO') ? (
      <Callout>
        Per cambiare recapiti o conto <a href={routes.modifiche(id)}>chiedi una modifica</a>. Il CUP non cambia per tutta la durata del
        progetto.
      </Callout>
    ) : null;
  return mancano.length > 0 ? (
    <Callout tipo="attenzione" titolo={capofila ? 'Ti mancano' : 'All’ente capofila mancano'}>
      {elenco(mancano)}. Si può salvare anche un po’ alla volta.
    </Callout>
  ) : (
    <Callout tipo="successo">I dati ci sono tutti: ora tocca alla Regione avviare il progetto.</Callout>
  );
};

const Stipulata = ({ pagina: { id, atto, dataAtto, inizio, fine } }: { pagina: PaginaConvenzione }) => (
  <Sezione id="atto" titolo="Atto e date" azione={<a href={routes.calendario(id)}>Calendario</a>}>
    <ElencoChiave
      voci={[
        { termine: 'Atto', valore: `${atto ?? ''}${dataAtto ? ` del ${dataBreve(dataAtto)}` : ''}` },
        { termine: 'Avvio', valore: inizio ? dataBreve(inizio) : 'non indicato' },
        { termine: 'Fine prevista', valore: fine ? dataBreve(fine) : 'non indicata' },
      ]}
    />
  </Sezione>
);
