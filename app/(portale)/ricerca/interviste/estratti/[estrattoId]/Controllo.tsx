import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { dataLunga } from '@/lib/format/data';
import { NOME_FASE } from '@/lib/interviste/labels';
import type { LavoroEstratto, PaginaEstratto } from '@/lib/interviste/queries';
import { FASI, MASSIMO_TESTO } from '@/lib/interviste/schema';
import { MASSIMO_MOTIVO } from '@/lib/privacy/campi';
import { NOME_SEGNALE, segnaliPersone } from '@/lib/privacy/personeNelTesto';
import { cancellaAction, correggiAction, dichiaraAction } from '../../actions';

type Props = { estratto: PaginaEstratto; lavoro: LavoroEstratto };

/** Che cosa nel testo potrebbe far riconoscere qualcuno, e le due vie per andare avanti: correggere, o dire perché va bene. */
export const Controllo = ({ estratto, lavoro }: Props) => {
  const { id: estrattoId, testo, rilasciatoIl } = estratto;
  const { revisione, dichiarazione, dichiaratoIl, codifiche } = lavoro;
  const trovati = segnaliPersone(testo);
  const risolti = dichiarazione !== null && trovati.every(({ genere }) => lavoro.segnali.includes(genere));
  return (
    <Sezione id="controllo" titolo="Controllo prima del rilascio">
      {trovati.length === 0 ? (
        <p>Il controllo non trova nomi, cariche, età o indirizzi. Rileggi comunque: chi conosce il progetto riconosce anche da altro.</p>
      ) : (
        <Callout tipo={risolti ? 'info' : 'attenzione'} titolo="Forse dice chi è qualcuno.">
          <ul className="punti mt-2">
            {trovati.map(({ genere, frammento }) => (
              <li key={`${genere} ${frammento}`}>
                Sembra {NOME_SEGNALE[genere]}: «{frammento}»
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {dichiarazione !== null && (
        <p className="mt-3">
          Dichiarato il {dataLunga(dichiaratoIl ?? '')} che non fa riconoscere nessuno: {dichiarazione}
        </p>
      )}
      {rilasciatoIl === null && (
        <>
          {trovati.length > 0 && !risolti && (
            <div className="mt-4">
              <ModuloAtto
                action={dichiaraAction}
                nascosti={{ estrattoId, revisione }}
                invia="Dichiara che non fa riconoscere nessuno"
                variante="secondario"
                testo={{
                  ...{ nome: 'motivo', etichetta: 'Perché non fa riconoscere nessuno', massimo: MASSIMO_MOTIVO, righe: 2 },
                  aiuto: 'Se invece fa riconoscere qualcuno, correggi il testo.',
                }}
              />
            </div>
          )}
          <Correggi {...estratto} revisione={revisione} />
          {codifiche === 0 && (
            <div className="mt-4">
              <Dialogo id="cancella" titolo="Cancellare l’estratto?" apri="Cancella l’estratto" variante="quieto" taglia={36}>
                <p>Il testo non si conserva da nessuna parte.</p>
                <ModuloAtto action={cancellaAction} nascosti={{ estrattoId }} invia="Cancella l’estratto" variante="pericolo" />
              </Dialogo>
            </div>
          )}
        </>
      )}
    </Sezione>
  );
};

const Correggi = ({ id: estrattoId, testo, fase, revisione }: Pick<PaginaEstratto, 'id' | 'testo' | 'fase'> & { revisione: number }) => (
  <details className="figtab">
    <summary>Correggi il testo</summary>
    <ModuloEsame
      action={correggiAction}
      nascosti={{ estrattoId, revisione }}
      invia="Salva il testo corretto"
      gruppi={[
        {
          campi: [
            {
              ...{
                tipo: 'scelta',
                nome: 'fase',
                etichetta: 'Fase di cui si parla',
                vuota: 'Non si capisce',
                facoltativo: true,
                valore: fase ?? '',
              },
              opzioni: FASI.map((scelta) => ({ valore: scelta, etichetta: NOME_FASE[scelta] })),
            },
            {
              ...{ tipo: 'area', nome: 'testo', etichetta: 'Brano', massimo: MASSIMO_TESTO, righe: 6, valore: testo },
              aiuto: 'Togli solo ciò che fa riconoscere qualcuno: le codifiche già date restano.',
            },
          ],
        },
      ]}
    />
  </details>
);
