import { Selezione } from '@/components/forms/Selezione';
import { Bottone } from '@/components/ui/Bottone';
import { dataBreve, giornoDi, nomePeriodo } from '@/lib/format/data';
import type { IndicatoriLetti } from '@/lib/indicatori/queries';
import { type Scelta, vistaDi } from '@/lib/indicatori/schema';
import type { Universo } from '@/lib/indicatori/tabella';
import { routes } from '@/lib/routes';

export const RECORD = [
  { valore: 'completi', etichetta: 'Con tutti i dati' },
  { valore: 'tutti', etichetta: 'Tutti, anche incompleti' },
];

type Props = {
  dati: Pick<IndicatoriLetti, 'id' | 'azioni' | 'periodi' | 'pubblicazioni' | 'pubblicata' | 'miei'>;
  scelta: Scelta;
  universo: Universo;
};

/** Che cosa si guarda: un modulo GET, così l'indirizzo lo dice. Periodi e azioni interi, mai date a piacere; di ciò che è pubblicato, solo quelli usciti. */
export const FiltroIndicatori = ({ dati: { id, azioni, periodi, pubblicazioni, pubblicata, miei }, scelta, universo }: Props) => (
  <form
    action={routes.indicatoriProgetto(id)}
    method="get"
    className="mt-6 grid grid-cols-1 gap-x-6 gap-y-4 *:grid-cols-1 sm:flex sm:flex-wrap sm:items-end"
  >
    <Selezione
      nome="vista"
      etichetta="Partecipanti"
      vuota="Di tutto il progetto"
      valore={vistaDi(scelta)}
      opzioni={[
        ...periodi
          .filter((p) => miei || pubblicata?.periodi.includes(p.id))
          .map((p) => ({ valore: vistaDi({ periodo: p.id }), etichetta: `Entrati in ${nomePeriodo(p)}` })),
        ...azioni
          .filter((a) => miei || pubblicata?.azioni.includes(a.id))
          .map((a) => ({ valore: vistaDi({ azione: a.id }), etichetta: `Azione ${a.codice}: ${a.titolo}` })),
      ]}
    />
    <Selezione nome="record" etichetta="Record" valore={universo} opzioni={RECORD} />
    {pubblicazioni.length > 1 && (
      <Selezione
        nome="numero"
        etichetta="Pubblicazione"
        valore={String(pubblicata?.numero)}
        opzioni={pubblicazioni.map(({ numero, il, al }) => ({
          valore: String(numero),
          etichetta: `N. ${numero} del ${dataBreve(giornoDi(new Date(il)))}, entrati fino al ${dataBreve(al)}`,
        }))}
      />
    )}
    <div>
      <Bottone type="submit" variante="secondario">
        Mostra
      </Bottone>
    </div>
  </form>
);
