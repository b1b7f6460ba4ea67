import { Campo } from '../forms/Campo';
import { attributiCampo } from '../forms/descrizioneCampo';

/** I file da allegare. Un browser non rimanda i file di un invio rifiutato: lo si dice. */
export const CampoAllegati = ({ errore, ripeti }: { errore?: string[]; ripeti: boolean }) => {
  const campo = {
    nome: 'allegati',
    etichetta: 'Allegati',
    facoltativo: true,
    aiuto: `Solo PDF, al massimo 3 MB in tutto: statuto, curriculum dell’organizzazione.${ripeti ? ' Scegli di nuovo i file: non restano dopo un errore.' : ''}`,
    errore,
  };
  return (
    <Campo {...campo}>
      <input {...attributiCampo(campo)} type="file" multiple accept="application/pdf,.pdf" className="input" />
    </Campo>
  );
};
