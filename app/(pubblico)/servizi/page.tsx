import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Vuoto } from '@/components/ui/Vuoto';
import { routes } from '@/lib/routes';

export const metadata: Metadata = {
  title: 'Servizi',
  description: 'I servizi nati dai progetti di welfare e aperti alle persone: dove sono e come si chiedono.',
};

export default function ServiziPage() {
  return (
    <PaginaTesto titolo="Servizi" sottotitolo="I servizi nati dai progetti e aperti alle persone: dove sono e come si chiedono." larga>
      <Vuoto
        titolo="Il catalogo dei servizi è ancora vuoto"
        azione={<a href={routes.progettiApprovati()}>Guarda che cosa fanno i progetti</a>}
      >
        Qui compaiono i servizi che gli enti pubblicano, con gli sportelli, gli orari e come chiederli. Per ora nessun ente ne ha
        pubblicati.
      </Vuoto>
    </PaginaTesto>
  );
}
