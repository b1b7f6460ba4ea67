import { Badge } from '@/components/ui/Badge';
import { GruppoCompiti, RigaCompito } from '@/components/ui/RigaCompito';
import type { Compiti } from '@/lib/attuazione/compiti';
import { ETICHETTA_PARTE, ETICHETTA_RAPPORTO } from '@/lib/attuazione/labels';
import { giorniTra } from '@/lib/attuazione/rules';
import type { Attesa, Compito } from '@/lib/attuazione/tipiCompiti';
import { mancano, nomeMese } from '@/lib/format/data';

type Props = { compiti: Compiti; oggi: string };

const GRUPPI = [
  { chiave: 'ritardo', titolo: 'In ritardo' },
  { chiave: 'vicini', titolo: 'Nei prossimi sette giorni' },
  { chiave: 'avanti', titolo: 'Più avanti' },
] as const;

/** Le cose da fare per urgenza, poi quelle che aspettano altri. I gruppi vuoti non compaiono. */
export const ElencoCompiti = ({ compiti, oggi }: Props) => (
  <>
    {GRUPPI.filter(({ chiave }) => compiti[chiave].length > 0).map(({ chiave, titolo }) => (
      <GruppoCompiti key={chiave} id={chiave} titolo={titolo} conteggio={compiti[chiave].length}>
        {compiti[chiave].map((compito) => (
          <DaFare key={compito.id} compito={compito} oggi={oggi} inRitardo={chiave === 'ritardo'} />
        ))}
      </GruppoCompiti>
    ))}
    {compiti.attese.length > 0 && (
      <GruppoCompiti id="attese" titolo="In attesa di altri" attesa>
        {compiti.attese.map((attesa) => (
          <InAttesa key={attesa.id} attesa={attesa} />
        ))}
      </GruppoCompiti>
    )}
  </>
);

const DaFare = ({ compito, oggi, inRitardo }: { compito: Compito; oggi: string; inRitardo: boolean }) => {
  const { titolo, href, perche, provenienza, azione, entro } = compito;
  const comune = { titolo, href, perche, provenienza };
  if (entro === null) return <RigaCompito {...comune} numero="Ora" unita="" tempo="Senza un termine" />;
  const giorni = giorniTra(oggi, entro);
  const anno = entro.slice(0, 4) === oggi.slice(0, 4) ? '' : ` ${entro.slice(0, 4)}`;
  return (
    <RigaCompito
      {...comune}
      numero={Number(entro.slice(8))}
      unita={`${nomeMese(entro)}${anno}`}
      tempo={mancano(giorni)}
      urgenza={inRitardo ? 'ritardo' : giorni <= 1 ? 'vicino' : undefined}
      azione={inRitardo ? azione : undefined}
    />
  );
};

const InAttesa = ({ attesa: { titolo, href, perche, giorni, oltre, stato } }: { attesa: Attesa }) => {
  const etichetta = stato.di === 'parte' ? ETICHETTA_PARTE[stato.valore] : ETICHETTA_RAPPORTO[stato.valore];
  return (
    <RigaCompito
      numero={giorni}
      unita={giorni === 1 ? 'giorno' : 'giorni'}
      titolo={titolo}
      href={href}
      perche={<span className="small muted">{perche}</span>}
      tempo={
        <span className="grid justify-items-end gap-1">
          <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
            {etichetta.testo}
          </Badge>
          {oltre > 0 && <span className="late">{oltre === 1 ? '1 giorno oltre il termine' : `${oltre} giorni oltre il termine`}</span>}
        </span>
      }
    />
  );
};
