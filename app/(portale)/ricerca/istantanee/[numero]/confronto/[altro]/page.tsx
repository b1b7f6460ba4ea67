import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DifferenzeTabella } from '@/components/esportazioni/DifferenzeTabella';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { confrontaIstantanee } from '@/lib/istantanee/queriesConfronto';
import { NumeroIstantanea } from '@/lib/istantanee/schema';
import { conta } from '@/lib/ricerca/labels';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Confronto tra istantanee' };

type Props = { params: Promise<{ numero: string; altro: string }> };

export default async function ConfrontoPage({ params }: Props) {
  const attore = await requireLettore('app_ricerca');
  const { numero, altro } = await params;
  const [prima, dopo] = [NumeroIstantanea.safeParse(numero), NumeroIstantanea.safeParse(altro)];
  const esiti = prima.success && dopo.success ? await confrontaIstantanee(attore, prima.data, dopo.data) : null;
  if (!esiti) notFound();
  const cambiate = esiti.filter(({ esito }) => esito !== 'UGUALE');
  return (
    <>
      <Breadcrumb
        voci={[
          { etichetta: 'Istantanee', href: routes.istantanee() },
          { etichetta: `Istantanea ${altro}`, href: routes.istantanea(altro) },
          { etichetta: 'Confronto' },
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Confronto tra istantanee"
          sottotitolo={`Che cosa cambia dall’istantanea ${numero} all’istantanea ${altro}, riga per riga secondo la chiave di ogni tabella.`}
          stato={`${conta(cambiate.length, 'tabella diversa', 'tabelle diverse')} su ${esiti.length}.`}
        />
        {cambiate.length === 0 && <Vuoto titolo="Nessuna differenza">Tutte le tabelle hanno le stesse righe.</Vuoto>}
        <Statico>
          {cambiate.map((tabella) => (
            <DifferenzeTabella key={tabella.nome} tabella={tabella} />
          ))}
        </Statico>
      </div>
    </>
  );
}
