import type { DominioModifica } from '@/lib/bandi/configurazione';
import { NOMI } from '@/lib/moduloModifica/nomi';
import { AreaTesto } from '../forms/AreaTesto';
import { CampiAzioni } from './CampiAzioni';
import { CampiBudget } from './CampiBudget';
import { CampiDestinatari } from './CampiDestinatari';
import { CampiPartner } from './CampiPartner';
import { CampiRecapiti } from './CampiRecapiti';
import { CampiTempi } from './CampiTempi';
import type { PropsCampi } from './campi';

/** I campi dell'ambito di una richiesta. */
export const CampiDominio = ({ dominio, testo, ...props }: PropsCampi & { dominio: DominioModifica; testo: string }) => {
  switch (dominio) {
    case 'budget':
      return <CampiBudget {...props} />;
    case 'azioni':
      return <CampiAzioni {...props} />;
    case 'partner':
      return <CampiPartner {...props} />;
    case 'destinatari':
      return <CampiDestinatari {...props} />;
    case 'cronoprogramma':
      return <CampiTempi {...props} />;
    case 'altro':
      return (
        <AreaTesto
          nome={NOMI.testo}
          etichetta="Che cosa vuoi cambiare"
          aiuto="Questa richiesta non cambia il piano scritto nel portale: la Regione la legge e decide."
          massimo={4000}
          rows={6}
          valore={props.v(NOMI.testo, testo)}
        />
      );
    default:
      return <CampiRecapiti dominio={dominio} {...props} />;
  }
};
