import { numero } from '@/lib/format/euro';
import type { Campo, Configurazione, Criterio, Sezione } from './configurazione';
import type { NomeElenco } from './elenchi';
import { NOME_TIPO_CAMPO, NOME_VISIBILITA, nomeSezione } from './nomi';
import type { Voce } from './voci';

/** Il nome di una voce, come si legge nell'elenco. */
export function nomeVoce(elenco: NomeElenco, voce: Voce): string {
  if (elenco === 'sezioni') {
    const sezione = voce as Sezione;
    return sezione.codice ? `${nomeSezione(sezione)}: ${sezione.titolo}` : sezione.titolo;
  }
  return String(voce.titolo ?? voce.etichetta ?? voce.testo ?? voce.nome);
}

/** Le regole di una voce in una riga. */
export function riassuntoVoce(elenco: NomeElenco, voce: Voce): string {
  if (elenco === 'campi') return delCampo(voce as Campo);
  if (elenco === 'sezioni') {
    const { visibilita, campi } = voce as Sezione;
    return `${campi.length === 1 ? '1 campo' : `${campi.length} campi`}, ${NOME_VISIBILITA[visibilita]}`;
  }
  if (elenco === 'griglia') {
    const { massimo, soglia, pesoCentesimi, visibilita } = voce as Criterio;
    const peso = pesoCentesimi === 100 ? '' : `, peso ${numero(pesoCentesimi / 100)}`;
    return `al massimo ${massimo} punti${soglia > 0 ? `, soglia ${soglia}` : ''}${peso}, ${NOME_VISIBILITA[visibilita]}`;
  }
  if (elenco === 'documenti') {
    const { obbligatorio, visibilita } = voce as Configurazione['documenti'][number];
    return `${obbligatorio ? 'obbligatorio' : 'facoltativo'}, ${NOME_VISIBILITA[visibilita]}`;
  }
  if (elenco === 'ammissibilita') return NOME_VISIBILITA[(voce as Configurazione['ammissibilita'][number]).visibilita];
  return elenco === 'principi' ? String(voce.significato ?? '') : '';
}

function delCampo({ tipo, obbligatorio, massimo, minimo, visibilita, quando, opzioni, colonne }: Campo): string {
  return [
    NOME_TIPO_CAMPO[tipo],
    obbligatorio ? 'obbligatorio' : 'facoltativo',
    minimo ? `almeno ${minimo}` : '',
    massimo ? `al massimo ${numero(massimo)}${/testo|email|telefono/.test(tipo) ? ' caratteri' : ''}` : '',
    opzioni.length > 0 ? `${opzioni.length} opzioni` : '',
    colonne.length > 0 ? (colonne.length === 1 ? '1 colonna' : `${colonne.length} colonne`) : '',
    visibilita ? NOME_VISIBILITA[visibilita] : '',
    quando ? `se «${quando.campo}» è «${quando.valore}»` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
