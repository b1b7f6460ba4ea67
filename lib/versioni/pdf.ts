import type { Configurazione } from '@/lib/bandi/configurazione';
import { peso } from '@/lib/documenti/nome';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { nomeRegione } from '@/lib/organizzazioni/labels';
import type { Blocco, DocumentoPdf } from '@/lib/pdf/documento';
import { alSecondo, autoreVersione, etichettaVersione, NOME_FASE, nomeAutore, nomeVersione } from './labels';
import type { Nomi, VersioneIntera } from './queries';
import type { CampoVista } from './tabellePiano';
import { vistaDi } from './vista';

/** La ricevuta e la domanda intera, come documenti da stampare. Puri: i byte li fa lib/pdf. */

type Testata = { codice: string; regione: { nome: string; direzione: string | null } };
const BOZZA = 'BOZZA, non presentata';

const intestazione = ({ regione }: Testata): DocumentoPdf['intestazione'] => ({
  regione: nomeRegione(regione.nome),
  ufficio: regione.direzione,
});

/** La ricevuta di una versione: che cosa, chi, quando, con che numero e con che impronta. */
export function ricevutaPdf(testata: Testata, versione: VersioneIntera): DocumentoPdf {
  const { contenuto, numero, protocollo, sha256 } = versione;
  const istante = new Date(versione.creataIl);
  const etichetta = etichettaVersione(versione);
  return {
    titolo: etichetta.ricevuta,
    intestazione: intestazione(testata),
    istante,
    piede: `Protocollo ${protocollo}, domanda ${testata.codice}, versione ${numero}`,
    blocchi: [
      {
        tipo: 'coppie',
        voci: [
          { nome: 'Domanda', valore: `${contenuto.titolo} (${testata.codice})` },
          { nome: 'Bando', valore: contenuto.bando.titolo },
          { nome: 'Fase', valore: nomeVersione(versione) },
          { nome: 'Versione', valore: `${numero}` },
          { nome: nomeAutore(versione), valore: autoreVersione(versione) },
          { nome: 'Data e ora di Roma', valore: alSecondo(istante) },
          { nome: 'Protocollo', valore: protocollo },
          { nome: 'Sezioni', valore: `${Object.keys(contenuto.sezioni).length}` },
          { nome: 'Documenti', valore: `${contenuto.documenti.length}` },
          { nome: 'Impronta SHA-256', valore: sha256, codice: true },
        ],
      },
      {
        tipo: 'paragrafo',
        testo:
          'L’impronta identifica il contenuto: se anche una sola lettera fosse diversa, sarebbe diversa. La versione resta leggibile nel portale com’è stata presentata.',
      },
      ...documenti(contenuto),
    ],
  };
}

type DaStampare = { contenuto: ContenutoVersione; configurazione: Configurazione | null; istante: Date; versione: VersioneIntera | null };

/** La domanda intera. Senza `versione` è una bozza, e ogni pagina lo dice. */
export function domandaPdf(testata: Testata, { contenuto, configurazione, istante, versione }: DaStampare, nomi: Nomi): DocumentoPdf {
  const sezioni = vistaDi(configurazione, contenuto, nomi);
  return {
    titolo: contenuto.titolo,
    intestazione: intestazione(testata),
    istante,
    filigrana: versione ? undefined : BOZZA,
    piede: versione
      ? `Protocollo ${versione.protocollo}, versione ${versione.numero}, SHA-256 ${versione.sha256.slice(0, 16)}…`
      : `${BOZZA}, domanda ${testata.codice}`,
    blocchi: [
      { tipo: 'coppie', voci: inBreve(testata, contenuto, versione, istante) },
      ...sezioni.flatMap(({ titolo, campi }): Blocco[] => [{ tipo: 'titolo', livello: 2, testo: titolo }, ...campi.flatMap(blocchiCampo)]),
      ...documenti(contenuto),
    ],
  };
}

const inBreve = (
  { codice }: Testata,
  { bando, fase, partner, ambiti }: ContenutoVersione,
  versione: VersioneIntera | null,
  istante: Date,
) => [
  { nome: 'Codice', valore: codice },
  { nome: 'Bando', valore: bando.titolo },
  { nome: 'Fase', valore: versione ? nomeVersione(versione) : NOME_FASE[fase] },
  versione
    ? { nome: etichettaVersione(versione).testo, valore: `${alSecondo(istante)}, protocollo ${versione.protocollo}` }
    : { nome: 'Stato', valore: `${BOZZA}. Stampata il ${alSecondo(istante)}.` },
  { nome: 'Capofila', valore: partner.find(({ ruolo }) => ruolo === 'CAPOFILA')?.denominazione ?? '' },
  ...(partner.length > 1
    ? [
        {
          nome: 'Altri enti',
          valore: partner
            .filter(({ ruolo }) => ruolo !== 'CAPOFILA')
            .map(({ denominazione }) => denominazione)
            .join('\n'),
        },
      ]
    : []),
  ...(ambiti.length > 0 ? [{ nome: 'Ambiti', valore: ambiti.map(({ numero, nome }) => `${numero}. ${nome}`).join('\n') }] : []),
];

function blocchiCampo(campo: CampoVista): Blocco[] {
  const titolo: Blocco = { tipo: 'titolo', livello: 3, testo: campo.etichetta };
  if (campo.tipo === 'testo') return [titolo, { tipo: 'paragrafo', testo: campo.testo || 'Non compilato.' }];
  if (campo.righe.length === 0) return [titolo, { tipo: 'paragrafo', testo: 'Nessuna riga.' }];
  return [titolo, { tipo: 'tabella', colonne: campo.colonne, righe: campo.righe, piede: campo.piede }];
}

function documenti({ documenti: allegati }: ContenutoVersione): Blocco[] {
  if (allegati.length === 0) return [];
  const righe = allegati.map(({ nome, byte, sha256 }) => [nome, peso(byte), sha256]);
  return [
    { tipo: 'titolo', livello: 2, testo: 'Documenti allegati' },
    {
      tipo: 'tabella',
      colonne: [
        { etichetta: 'Nome', quota: 2 },
        { etichetta: 'Peso', numerica: true },
        { etichetta: 'SHA-256', quota: 3 },
      ],
      righe,
    },
  ];
}
