import type { AzioneIntera } from '@/lib/azioni/letture';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { giorniDi } from '@/lib/sospensioni/labels';

const STATO: Record<string, string> = {
  PRESENTATA: 'in attesa di decisione',
  IN_ISTRUTTORIA: 'in esame',
  ACCOLTA: 'accolta',
  ACCOLTA_IN_PARTE: 'accolta in parte',
  RESPINTA: 'respinta',
  REGISTRATA: 'comunicata',
};
const statoDi = (stato: string): string => STATO[stato] ?? stato;

/** Le modifiche, le proroghe e le sospensioni che hanno toccato l'azione, e le prove presentate con le relazioni. */
export const CheCosaLHaToccata = ({ azione }: { azione: AzioneIntera }) => {
  const { progetto, modifiche, proroghe, sospensioni, prove } = azione;
  if (modifiche.length + proroghe.length + sospensioni.length + prove.length === 0)
    return (
      <p className="small muted">Nessuna modifica, proroga o sospensione ha toccato quest’azione, e nessuna prova è stata presentata.</p>
    );
  return (
    <ul className="segnali segnali--brevi">
      {modifiche.map(({ id, numero, stato, presentata, etichette }) => (
        <li key={id}>
          <p>
            <a href={routes.modifica(progetto.id, id)}>Modifica n. {numero}</a>, {statoDi(stato)}, presentata il{' '}
            {dataBreve(giornoDi(new Date(presentata)))}
          </p>
          <p className="meta">{etichette.join('; ')}</p>
        </li>
      ))}
      {proroghe.map(({ id, numero, stato, delProgetto, fineAttuale, fineChiesta, fineConcessa }) => (
        <li key={id}>
          <p>
            <a href={routes.proroga(progetto.id, id)}>
              Proroga n. {numero} {delProgetto ? 'del progetto' : 'di quest’azione'}
            </a>
            , {statoDi(stato)}
          </p>
          <p className="meta">
            Dal {dataBreve(fineAttuale)} al {dataBreve(fineChiesta)}
            {fineConcessa && fineConcessa !== fineChiesta && `; concessa fino al ${dataBreve(fineConcessa)}`}
          </p>
        </li>
      ))}
      {sospensioni.map((sospensione) => (
        <li key={`${sospensione.azioneId}${sospensione.dal}`}>
          <p>
            <a href={routes.sospensioni(progetto.id)}>Sospensione {sospensione.azioneId ? 'di quest’azione' : 'del progetto'}</a>{' '}
            {giorniDi(sospensione)}
          </p>
        </li>
      ))}
      {prove.map(({ id, nome, al }) => (
        <li key={id}>
          <p>
            Prova: <a href={routes.scaricaEvidenza(progetto.id, id)}>{nome}</a>
          </p>
          <p className="meta">Relazione al {dataBreve(al)}</p>
        </li>
      ))}
    </ul>
  );
};
