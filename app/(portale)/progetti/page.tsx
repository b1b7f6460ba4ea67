import type { Metadata } from 'next';
import { FiltriElenco } from '@/components/progetti/FiltriElenco';
import { PagineProgetti } from '@/components/progetti/PagineProgetti';
import { TabellaProgetti } from '@/components/progetti/TabellaProgetti';
import { LinkBottone } from '@/components/ui/Bottone';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Lettore } from '@/lib/auth/attore';
import { requireAttore } from '@/lib/auth/requireAttore';
import { giornoDi } from '@/lib/format/data';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { elencaProgetti } from '@/lib/progetti/queries';
import { FiltriProgetti } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Progetti' };

const ASSENTE: Record<Lettore, string> = { app_ente: 'Da aprire', app_regione: 'Non presentata', app_ricerca: 'Non approvata' };
/** Sotto questo numero di progetti cercare non serve. */
const POCHI = 7;

export default async function ProgettiPage({ searchParams }: PageProps<'/progetti'>) {
  const attore = await requireAttore();
  const filtri = FiltriProgetti.parse(await searchParams);
  const pagina = await elencaProgetti(attore, filtri);
  const { righe, totale } = pagina;
  const { dopo: _, ...senzaPagina } = filtri;
  const filtrato = filtri.q !== undefined || filtri.stato !== undefined;
  return (
    <div className="wrap">
      <Statico>
        <TitoloPagina
          titolo={attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti'}
          sottotitolo={quanti(totale, filtrato, attore.lettore)}
          azioni={attore.ruolo === 'DIRIGENTE' && <LinkBottone href={routes.fusioneEnti()}>Fusione di enti</LinkBottone>}
        />
        {filtrato || totale > POCHI ? <FiltriElenco filtri={filtri} /> : <div className="pt-6" />}
        {righe.length === 0 ? (
          <Nessuno filtri={filtri} />
        ) : (
          <>
            <TabellaProgetti righe={righe} oggi={giornoDi(attore.adesso)} assente={ASSENTE[attore.lettore]} />
            <PagineProgetti pagina={pagina} vai={(dopo) => routes.progetti({ ...senzaPagina, dopo })} />
          </>
        )}
      </Statico>
    </div>
  );
}

function quanti(totale: number, filtrato: boolean, lettore: Lettore): string {
  const progetti = totale === 1 ? '1 progetto' : `${totale} progetti`;
  if (filtrato) return `${progetti} con questi filtri`;
  return lettore === 'app_ente' ? `Il tuo ente partecipa a ${progetti}` : progetti;
}

const Nessuno = ({ filtri: { q, stato } }: { filtri: FiltriProgetti }) => {
  const scelti = [q && `«${q}»`, stato && `stato «${ETICHETTA_PROGETTO[stato].testo}»`].filter(Boolean).join(' e ');
  if (!scelti)
    return <Vuoto titolo="Ancora nessun progetto">Qui compaiono i progetti a cui il profilo che stai usando può accedere.</Vuoto>;
  return <Vuoto titolo={`Nessun progetto con ${scelti}`} azione={<LinkBottone href={routes.progetti()}>Togli i filtri</LinkBottone>} />;
};
