import { Badge, type FamigliaBadge } from '@/components/ui/Badge';
import type { NomeIcona } from '@/components/ui/Icona';
import type { Segnale } from '@/lib/segnali/rules';
import type { Gravita } from '@/lib/segnali/soglie';

const GRAVITA: Record<Gravita, { testo: string; famiglia: FamigliaBadge; icona: NomeIcona }> = {
  3: { testo: 'Grave', famiglia: 'negativo', icona: 'attenzione' },
  2: { testo: 'Da affrontare', famiglia: 'tocca', icona: 'bandiera' },
  1: { testo: 'Da tenere d’occhio', famiglia: 'neutro', icona: 'info' },
};

export const BadgeGravita = ({ gravita }: { gravita: Gravita }) => (
  <Badge famiglia={GRAVITA[gravita].famiglia} icona={GRAVITA[gravita].icona}>
    {GRAVITA[gravita].testo}
  </Badge>
);

/** Un segnale per intero: che cosa succede, con quali numeri, chi può agire, e quando un segnale così compare. */
export const RigaSegnale = ({ segnale, conProgetto = false }: { segnale: Segnale; conProgetto?: boolean }) => (
  <li>
    <div>
      <h3>
        <a href={segnale.href}>{segnale.titolo}</a>
      </h3>
      {conProgetto && <p className="meta">Progetto {segnale.progetto}</p>}
      <p>{segnale.spiegazione}</p>
      <dl className="segnali__dati">
        {segnale.dati.map(({ nome, valore }) => (
          <div key={nome}>
            <dt>{nome}</dt>
            <dd>{valore}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">
        <b>Può agire</b>: {segnale.chiPuoAgire}. {segnale.regola}
      </p>
    </div>
    <div className="segnali__lato">
      <BadgeGravita gravita={segnale.gravita} />
    </div>
  </li>
);
