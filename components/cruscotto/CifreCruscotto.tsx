import type { Cruscotto } from '@/lib/cruscotto/queries';
import { GIORNI_VICINI } from '@/lib/cruscotto/schema';
import { dataBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { CifraChiave, CifreChiave } from '../ui/CifraChiave';

const elenco = routes.cruscottoElenco;

const Conto = ({ n, href }: { n: number; href: string }) => <a href={href}>{numero(n)}</a>;

/** Le cinque cifre che dicono se qualcosa è fermo; ciascuna apre il suo elenco. */
export const CifreCruscotto = ({ dati: { relazioni, inRitardo, sospensioni } }: { dati: Cruscotto }) => (
  <CifreChiave>
    <CifraChiave
      etichetta="Progetti con relazioni in ritardo"
      valore={<Conto n={relazioni.scadute} href={elenco({ relazioni: 'scadute', ordine: 'scadenza' })} />}
      confronto={relazioni.piuVecchia && `la prima dal ${dataBreve(relazioni.piuVecchia)}`}
      critico
    />
    <CifraChiave
      etichetta="Con una relazione in scadenza"
      valore={<Conto n={relazioni.vicine} href={elenco({ relazioni: 'vicine', ordine: 'scadenza' })} />}
      confronto={`entro ${GIORNI_VICINI} giorni`}
    />
    <CifraChiave
      etichetta="Con una relazione da verificare"
      valore={<Conto n={relazioni.verifica} href={elenco({ relazioni: 'verifica', ordine: 'attesa' })} />}
      confronto="tocca alla Regione"
    />
    <CifraChiave
      etichetta="Azioni in ritardo"
      valore={<Conto n={inRitardo} href={elenco({ vista: 'azioni', ritardo: '1', ordine: 'ritardo', verso: 'desc' })} />}
      confronto="sulla fine prevista"
    />
    <CifraChiave
      etichetta="Progetti con sospensioni in corso"
      valore={<Conto n={sospensioni.progetti} href={elenco({ sospesi: '1' })} />}
      confronto={
        sospensioni.azioni > 0 ? (
          <a href={elenco({ vista: 'azioni', sospesi: '1' })}>
            {sospensioni.azioni === 1 ? '1 azione' : `${numero(sospensioni.azioni)} azioni`}
          </a>
        ) : (
          sospensioni.dal && `dal ${dataBreve(sospensioni.dal)}`
        )
      }
    />
  </CifreChiave>
);
