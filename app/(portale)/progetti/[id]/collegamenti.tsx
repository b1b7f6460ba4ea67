import { LinkBottone } from '@/components/ui/Bottone';
import type { Attore, Lettore } from '@/lib/auth/attore';
import type { ProgettoIntero, RelazioneDelProgetto } from '@/lib/progetti/letture';
import { routes } from '@/lib/routes';

/** La Regione legge una relazione presentata dalla verifica; chi partecipa dalla sua pagina. La ricerca legge i dati, non le pratiche. */
export function hrefRelazione(lettore: Lettore, progettoId: string, { rapporto }: RelazioneDelProgetto): string | undefined {
  if (!rapporto || lettore === 'app_ricerca') return undefined;
  return lettore === 'app_regione' && rapporto.presentatoIl ? routes.verifica(rapporto.id) : routes.rapporto(progettoId, rapporto.id);
}

/** La sola cosa da fare adesso, accanto al titolo; null se per chi guarda non ce n'è. */
export function azionePrincipale({ lettore, organizzazioneId }: Attore, { id, relazioni, enti }: ProgettoIntero) {
  const aperta = relazioni.find(({ rapporto }) => rapporto?.stato === 'BOZZA' || rapporto?.stato === 'CHIARIMENTI');
  const allaRegione = relazioni.find(({ rapporto }) => rapporto?.stato === 'PRESENTATO' || rapporto?.stato === 'IN_VERIFICA');
  const scelta = lettore === 'app_ente' ? aperta : lettore === 'app_regione' ? allaRegione : undefined;
  const href = scelta && hrefRelazione(lettore, id, scelta);
  if (!href) return null;
  const capofila = enti.some((ente) => ente.ruolo === 'CAPOFILA' && ente.id === organizzazioneId);
  const dellEnte = scelta.rapporto?.stato === 'BOZZA' ? 'Continua la relazione' : capofila ? 'Rispondi alla Regione' : 'Vai alla relazione';
  return (
    <LinkBottone href={href} variante="primario">
      {lettore === 'app_regione' ? 'Vai alla verifica' : dellEnte}
    </LinkBottone>
  );
}
