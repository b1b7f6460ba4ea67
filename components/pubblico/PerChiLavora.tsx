import { routes } from '@/lib/routes';
import { Sezione } from '../ui/Sezione';

const VOCI = [
  { href: routes.accesso(), testo: 'Entra nell’area di lavoro', nota: 'Per enti gestori, partner, Regione e ricercatori IRES' },
  {
    href: '/come-funziona',
    testo: 'Come nasce e come si segue un progetto',
    nota: 'Le fasi, chi decide, quando si racconta che cosa è stato fatto',
  },
  { href: '/glossario', testo: 'Le parole dei bandi, spiegate', nota: 'Da «accordo di programma» a «welfare di prossimità»' },
];

/** Da dove cominciare, nella pagina iniziale. */
export const PerChiLavora = () => (
  <Sezione id="inizia" titolo="Da dove cominciare">
    <ul className="notices">
      {VOCI.map(({ href, testo, nota }) => (
        <li key={href}>
          <a href={href}>{testo}</a>
          <p>{nota}</p>
        </li>
      ))}
    </ul>
  </Sezione>
);
