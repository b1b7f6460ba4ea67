import { Logo } from '../ui/Logo';
import { BottoneMenu } from './BottoneMenu';
import { NavRuolo, type VoceNav } from './NavRuolo';

/** La testata blu delle pagine aperte a tutti. */
export const TestataPubblica = ({ voci }: { voci: VoceNav[] }) => (
  <div className="head head--blue">
    <div className="wrap">
      <BottoneMenu idNav="nav-pubblica" />
      <a className="brand" href="/" aria-label="Cantiere, pagina iniziale">
        <Logo />
        <span className="brand__tag">
          I progetti di welfare
          <br />
          dei territori
        </span>
      </a>
      <NavRuolo id="nav-pubblica" voci={voci} />
    </div>
  </div>
);
