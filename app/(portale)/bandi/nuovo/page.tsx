import type { Metadata } from 'next';
import { ModuloBandoNuovo } from '@/components/bandi/ModuloBandoNuovo';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { leggiInizioBando } from '@/lib/bandi/queriesBozza';
import { puoConfigurare, RUOLO_CHE_CONFIGURA } from '@/lib/bandi/ruolo';
import { NOME_TIPO_BANDO } from '@/lib/bandi/stato';
import { routes } from '@/lib/routes';
import { creaAction } from './actions';

export const metadata: Metadata = { title: 'Nuovo bando' };

export default async function NuovoBandoPage() {
  const attore = await requireLettore('app_regione');
  const { programmi, modelli } = await leggiInizioBando(attore);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.bandi(), etichetta: 'Bandi' }, { etichetta: 'Nuovo bando' }]} />
      <div className="wrap">
        <Statico>
          <TitoloPagina sottoPercorso titolo="Nuovo bando" sottotitolo="Nasce in bozza: nessuno lo vede finché non lo pubblichi." />
        </Statico>
        {puoConfigurare(attore.ruolo) ? (
          <ModuloBandoNuovo
            action={creaAction}
            tipi={Object.entries(NOME_TIPO_BANDO).map(([valore, etichetta]) => ({ valore, etichetta }))}
            programmi={programmi.map(({ id, titolo }) => ({ valore: id, etichetta: titolo }))}
            modelli={modelli.map(({ id, titolo, numero }) => ({ valore: id, etichetta: `${titolo} (versione ${numero})` }))}
          />
        ) : (
          <Callout>Per creare un bando {RUOLO_CHE_CONFIGURA}</Callout>
        )}
      </div>
    </>
  );
}
