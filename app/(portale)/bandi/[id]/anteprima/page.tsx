import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { CampoModulo } from '@/components/domande/CampoModulo';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Schede } from '@/components/ui/Schede';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { type Campo, type Configurazione, type Sezione, sezioniDi, vociDi } from '@/lib/bandi/configurazione';
import { ambitiConImporto } from '@/lib/bandi/importiAmbito';
import { nomeSezione } from '@/lib/bandi/nomi';
import { type BandoDaScrivere, leggiBando } from '@/lib/bandi/queriesBozza';
import { NOME_PASSO } from '@/lib/bandi/stato';
import { CONTESTO_VUOTO } from '@/lib/domande/contesto';
import { giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { pianoDiEsempio } from '@/lib/piano/esempio';
import { routes } from '@/lib/routes';
import { configurazioneDi } from '../bozza';

export const metadata: Metadata = { title: 'Anteprima del bando' };

const Domanda = z.object({
  fase: z.enum(['IDEA', 'PROGETTO']).catch('IDEA'),
  sezione: z.string().max(60).optional().catch(undefined),
});

/** I moduli della bozza come li vede chi compila, una sezione per pagina. */
export default async function AnteprimaPage({ params, searchParams }: PageProps<'/bandi/[id]/anteprima'>) {
  const attore = await requireLettore('app_regione');
  const id = Uuid.safeParse((await params).id);
  const bando = id.success ? await leggiBando(attore, id.data) : null;
  if (!bando) notFound();
  const { fase, sezione: chiave } = Domanda.parse(await searchParams);
  const configurazione = configurazioneDi(bando);
  const sezioni = sezioniDi(configurazione, fase);
  const scelta = sezioni.find((s) => s.chiave === chiave) ?? sezioni[0];
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.bandi(), etichetta: 'Bandi' },
          { href: routes.bando(bando.id), etichetta: configurazione.titolo },
          { etichetta: 'Anteprima' },
        ]}
      />
      <div className="wrap wrap--wide">
        <TitoloPagina sottoPercorso titolo="Anteprima dei moduli" sottotitolo={configurazione.titolo} />
        <Callout>È la bozza, come la vedrà chi compila. Qui non si scrive e non si salva niente.</Callout>
        <Schede
          etichetta="Fase"
          voci={(['IDEA', 'PROGETTO'] as const).map((f) => ({
            href: routes.anteprimaBando(bando.id, { fase: f }),
            etichetta: NOME_PASSO[f],
            conteggio: sezioniDi(configurazione, f).length,
            attiva: f === fase,
          }))}
        />
        {scelta ? (
          <div className="with-rail">
            <SezioneInAnteprima sezione={scelta} configurazione={configurazione} bando={bando} oggi={giornoDi(attore.adesso)} />
            <aside className="rail" aria-label="Sezioni e documenti">
              <h2>Sezioni</h2>
              <ol>
                {sezioni.map((s) => (
                  <li key={s.chiave}>
                    <a
                      href={routes.anteprimaBando(bando.id, { fase, sezione: s.chiave })}
                      aria-current={s.chiave === scelta.chiave ? 'page' : undefined}
                    >
                      {s.titolo}
                    </a>
                  </li>
                ))}
              </ol>
              <Documenti configurazione={configurazione} fase={fase} />
            </aside>
          </div>
        ) : (
          <Vuoto titolo="Nessuna sezione in questa fase" />
        )}
      </div>
    </>
  );
}

type PropsSezione = { sezione: Sezione; configurazione: Configurazione; bando: BandoDaScrivere; oggi: string };

const SezioneInAnteprima = ({ sezione, configurazione, bando, oggi }: PropsSezione) => {
  const piano = pianoDiEsempio(configurazione, { ...bando, oggi });
  const ambiti = ambitiConImporto(configurazione, bando.ambiti);
  const contesto = { ...CONTESTO_VUOTO, ambiti, principi: configurazione.principi, piano };
  const valori = { azioni: piano.azioni, budget: piano.voci };
  return (
    <section className="sec modulo" aria-labelledby="sezione">
      <div className="sec__head">
        <h2 id="sezione">{sezione.titolo}</h2>
        <p>{nomeSezione(sezione)}</p>
      </div>
      {sezione.aiuto && <p className="second">{sezione.aiuto}</p>}
      {sezione.campi.map((campo) => (
        <div key={campo.chiave}>
          {campo.quando && <p className="hint">{condizione(campo.quando, sezione)}</p>}
          <CampoModulo
            campo={campo}
            valore={campo.tipo === 'azioni' || campo.tipo === 'budget' ? valori[campo.tipo] : undefined}
            disabilitato
            contesto={contesto}
          />
        </div>
      ))}
    </section>
  );
};

/** «Si mostra solo se…», con i nomi che vede chi compila e non le chiavi. */
function condizione({ campo, valore }: NonNullable<Campo['quando']>, { campi }: Sezione): string {
  const altro = campi.find((c) => c.chiave === campo);
  const opzione = altro?.opzioni.find((o) => o.codice === valore);
  return `Si mostra solo se «${altro?.etichetta ?? campo}» è «${opzione?.etichetta ?? valore}».`;
}

const Documenti = ({ configurazione, fase }: { configurazione: Configurazione; fase: 'IDEA' | 'PROGETTO' }) => {
  const documenti = vociDi(configurazione.documenti, fase);
  if (documenti.length === 0) return null;
  return (
    <>
      <h2>Documenti da allegare</h2>
      <ul>
        {documenti.map((d) => (
          <li key={d.chiave}>
            {d.titolo} <span className="small second">{d.obbligatorio ? 'obbligatorio' : 'facoltativo'}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
