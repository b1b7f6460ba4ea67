import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { LinkBottone } from '@/components/ui/Bottone';
import { Dialogo } from '@/components/ui/Dialogo';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Tabella } from '@/components/ui/Tabella';
import { ELENCO } from '@/lib/bandi/elenchi';
import { nomeVoce, riassuntoVoce } from '@/lib/bandi/riassunti';
import { type Dove, identitaDi, type Voce, vociIn } from '@/lib/bandi/voci';
import { routes } from '@/lib/routes';
import { spostaVoceAction, togliVoceAction } from './actions';
import type { Editor } from './editor';

type Props = { editor: Editor; dove: Dove };

/** Un elenco del bando: le sue voci in ordine, e per chi può scrivere i comandi di ciascuna. */
export const ElencoVoci = ({ editor, dove }: Props) => {
  const { titolo, nuova, vuoto } = ELENCO[dove.elenco];
  const voci = vociIn(editor.configurazione, dove);
  const colonne = ['Nome', 'Regole', ...(editor.scrive ? ['Comandi'] : [])];
  return (
    <Sezione
      id={`elenco-${dove.elenco}`}
      titolo={titolo}
      azione={
        editor.scrive && (
          <LinkBottone href={editor.indirizzo({ elenco: dove.elenco, sezione: dove.sezione, nuova: 1 })} taglia={36} icona="piu">
            {nuova}
          </LinkBottone>
        )
      }
    >
      {voci.length === 0 ? (
        <p className="second">{vuoto}</p>
      ) : (
        <Tabella didascalia={titolo} schede="etichette" colonne={colonne.map((etichetta) => ({ etichetta }))}>
          {voci.map((voce, posto) => (
            <Riga key={identitaDi(dove.elenco, voce)}>
              <CellaTitolo>
                <NomeVoce editor={editor} dove={dove} voce={voce} />
              </CellaTitolo>
              <Cella etichetta="Regole">{riassuntoVoce(dove.elenco, voce)}</Cella>
              {editor.scrive && (
                <Cella etichetta="Comandi">
                  <Comandi editor={editor} dove={dove} voce={voce} primo={posto === 0} ultimo={posto === voci.length - 1} />
                </Cella>
              )}
            </Riga>
          ))}
        </Tabella>
      )}
    </Sezione>
  );
};

type PropsVoce = Props & { voce: Voce };

/** Il nome porta dove la voce si modifica; di una sezione, dove si vedono i suoi campi. */
const NomeVoce = ({ editor, dove, voce }: PropsVoce) => {
  const identita = identitaDi(dove.elenco, voce);
  const nome = nomeVoce(dove.elenco, voce);
  const chiave = <span className="mono muted">{identita}</span>;
  if (dove.elenco === 'sezioni')
    return (
      <>
        <a href={routes.bando(editor.id, { parte: 'sezioni', sezione: identita })}>{nome}</a> {chiave}
      </>
    );
  if (!editor.scrive)
    return (
      <>
        {nome} {chiave}
      </>
    );
  return (
    <>
      <a href={editor.indirizzo({ elenco: dove.elenco, sezione: dove.sezione, voce: identita })}>{nome}</a> {chiave}
    </>
  );
};

const Comandi = ({ editor, dove, voce, primo, ultimo }: PropsVoce & { primo: boolean; ultimo: boolean }) => {
  const identita = identitaDi(dove.elenco, voce);
  const nascosti = { bandoId: editor.id, rev: editor.rev, elenco: dove.elenco, sezione: dove.sezione ?? '', identita };
  const nome = nomeVoce(dove.elenco, voce);
  return (
    <div className="btn-row">
      {!primo && <ModuloAtto action={spostaVoceAction} nascosti={{ ...nascosti, verso: 'su' }} invia="Su" variante="quieto" taglia={32} />}
      {!ultimo && (
        <ModuloAtto action={spostaVoceAction} nascosti={{ ...nascosti, verso: 'giu' }} invia="Giù" variante="quieto" taglia={32} />
      )}
      <Dialogo id={`togli-${dove.elenco}-${identita}`} titolo={`Togliere «${nome}»?`} apri="Togli" variante="quieto" taglia={32}>
        <p>
          Si toglie dalla bozza. Le domande già presentate non cambiano; in quelle in scrittura il testo resta leggibile anche quando
          passeranno alla versione nuova.
        </p>
        <ModuloAtto action={togliVoceAction} nascosti={nascosti} invia="Togli" variante="pericolo" />
      </Dialogo>
    </div>
  );
};
