import { AreaTesto } from '../forms/AreaTesto';
import { CampoTesto } from '../forms/CampoTesto';
import { Selezione } from '../forms/Selezione';
import type { Azione, PropsCampi } from './campi';

/** Titolo, descrizione e categoria, con quelli in vigore se ci sono. */
export const CampiTesti = ({
  azione,
  inVigore,
  nome,
  nomi,
  v,
  errore,
}: PropsCampi & { azione: Azione; inVigore: Azione | null; nome: string }) => (
  <>
    <CampoTesto
      nome={`${nome}.titolo`}
      etichetta="Titolo"
      prima={inVigore?.titolo}
      valore={v(`${nome}.titolo`, azione.titolo)}
      errore={errore(`${nome}.titolo`)}
    />
    <Selezione
      nome={`${nome}.categoria`}
      etichetta="Categoria di intervento"
      prima={
        inVigore ? (nomi.categorieIntervento.find(({ codice }) => codice === inVigore.categoria)?.etichetta ?? 'non indicata') : undefined
      }
      opzioni={[{ valore: `${azione.tipo}/`, etichetta: 'Da scegliere' }, ...opzioniCategoria(nomi)]}
      valore={v(`${nome}.categoria`, `${azione.tipo}/${azione.categoria ?? ''}`)}
    />
    <AreaTesto
      nome={`${nome}.descrizione`}
      etichetta="Descrizione"
      facoltativo
      massimo={6000}
      valore={v(`${nome}.descrizione`, azione.descrizione)}
    />
  </>
);

const opzioniCategoria = ({ categorieIntervento }: PropsCampi['nomi']) =>
  categorieIntervento.map(({ codice, etichetta, tipo }) => ({ valore: `${tipo}/${codice}`, etichetta }));
