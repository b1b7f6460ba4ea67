import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { CHE_ASPETTA, CHI_ASPETTA, NOME_SITUAZIONE, nomeGruppo, nomeStatoAzione } from './labels';
import type { Scelte } from './letture';
import type { FiltriElenco } from './schema';

const RELAZIONI = {
  scadute: 'con una relazione in ritardo',
  vicine: 'con una relazione in scadenza',
  verifica: 'con una relazione da verificare',
};

/** Le condizioni di un elenco in una frase: perché c'è scritto proprio quel numero. Senza condizioni, lo dice. */
export function condizioniInParole(f: FiltriElenco, scelte: Scelte): string {
  const nomeDi = (voci: { id: string; nome: string }[], id: string | undefined) => voci.find((voce) => voce.id === id)?.nome;
  const parti = [
    f.q && `che contengono «${f.q}»`,
    f.bando && `del bando «${nomeDi(scelte.bandi, f.bando) ?? 'non più presente'}»`,
    f.stato && `nello stato «${ETICHETTA_PROGETTO[f.stato].testo}»`,
    f.ambito && `dell’ambito ${nomeDi(scelte.ambiti, f.ambito) ?? 'non più presente'}`,
    f.comune && 'di un solo comune capofila',
    f.istruttore &&
      (f.istruttore === 'nessuno'
        ? 'con una relazione da assegnare'
        : `verificati da ${nomeDi(scelte.istruttori, f.istruttore) ?? 'un’altra persona'}`),
    f.relazioni && RELAZIONI[f.relazioni],
    f.tocca && `in attesa di: ${CHI_ASPETTA[f.tocca]}`,
    f.attesa && `per ${CHE_ASPETTA[f.attesa]}`,
    f.situazione && `nella situazione «${NOME_SITUAZIONE[f.situazione].toLowerCase()}»`,
    f.sospesi && 'con una sospensione in corso',
    f.statoAzione && `con azioni nello stato «${nomeStatoAzione(f.statoAzione).toLowerCase()}»`,
    f.ritardo && 'con azioni in ritardo sulla fine prevista',
    f.causa &&
      `con la causa «${scelte.cause.find(({ codice }) => codice === f.causa)?.etichetta ?? f.causa}»${f.principale ? ' come principale' : ''}`,
    f.gruppo && `con cause del gruppo «${nomeGruppo(f.gruppo)}»`,
    f.dipende && 'con cause che dipendono dalla Regione',
  ].filter((parte) => typeof parte === 'string' && parte !== '');
  return parti.length > 0
    ? `${f.vista === 'azioni' ? 'Azioni di progetti in attuazione' : 'Progetti'} ${parti.join(', ')}.`
    : f.vista === 'azioni'
      ? 'Tutte le azioni dei progetti in attuazione.'
      : 'Tutti i progetti.';
}
