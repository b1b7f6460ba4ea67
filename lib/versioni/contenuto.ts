import { z } from 'zod';
import type { Configurazione } from '@/lib/bandi/configurazione';
import { conPrecompilati } from '@/lib/domande/precompilati';
import { AzionePiano, type ContenutoVersione, type DocumentoDepositato, type Partner, type Valori, VoceBudget } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { type SezioniPerFase, sezioniCorrenti } from './ereditati';

/** Da ciò che è scritto a ciò che si congela. Pura: chi legge dal database sta in commands/_congela.ts. */

type Caricato = DocumentoDepositato & { fase: FaseDomanda; caricatoIl: string };
type Scritta = Pick<ContenutoVersione, 'titolo' | 'bando' | 'ambiti'> & {
  configurazione: Configurazione | null;
  partner: Partner[];
  sezioni: SezioniPerFase;
  documenti: Caricato[];
};

/** I documenti che valgono: di due con lo stesso nome nella stessa voce vale l'ultimo caricato (uno già presentato non si toglie, si sostituisce). */
export function documentiVigenti<D extends Pick<Caricato, 'chiave' | 'nome' | 'caricatoIl'>>(documenti: readonly D[]): D[] {
  const ultimi = new Map<string, D>();
  for (const documento of documenti) {
    const posto = JSON.stringify([documento.chiave, documento.nome]);
    const gia = ultimi.get(posto);
    if (!gia || gia.caricatoIl <= documento.caricatoIl) ultimi.set(posto, documento);
  }
  const vigenti = new Set(ultimi.values());
  return documenti.filter((documento) => vigenti.has(documento));
}

/**
 * Azioni e voci di budget scritte nelle sezioni `azioni` e `quadro_economico`.
 * @throws DomainError piano.illeggibile se non hanno la loro forma
 */
export function pianoDi(sezioni: Record<string, Valori>): NonNullable<ContenutoVersione['piano']> {
  const azioni = z.array(AzionePiano).safeParse(sezioni.azioni?.azioni ?? []);
  const voci = z.array(VoceBudget).safeParse(sezioni.quadro_economico?.voci ?? []);
  if (!azioni.success || !voci.success)
    throw new DomainError(
      'piano.illeggibile',
      'Le azioni o il quadro economico non sono compilati bene. Apri le due sezioni e controllale.',
    );
  return { azioni: azioni.data, voci: voci.data };
}

/** Il contenuto di una versione. Il progetto definitivo e la rimodulazione portano anche il piano, che l'approvazione rende vigente. */
export function contenutoDi(domanda: Scritta, fase: FaseDomanda): ContenutoVersione {
  const { configurazione, partner } = domanda;
  const sezioni = configurazione
    ? conPrecompilati(configurazione, fase, sezioniCorrenti(configurazione, fase, domanda.sezioni), partner)
    : (domanda.sezioni[fase] ?? {});
  const contenuto: ContenutoVersione = {
    titolo: domanda.titolo,
    fase,
    bando: domanda.bando,
    partner: partner.map(({ organizzazioneId, denominazione, ruolo }) => ({ organizzazioneId, denominazione, ruolo })),
    ambiti: domanda.ambiti,
    sezioni,
    documenti: documentiVigenti(
      domanda.documenti.filter((d) => d.fase === fase || (fase === 'RIMODULAZIONE' && d.fase === 'PROGETTO')),
    ).map(({ id, chiave, nome, byte, sha256 }) => ({
      id,
      chiave,
      nome,
      byte,
      sha256,
    })),
  };
  return fase === 'IDEA' ? contenuto : { ...contenuto, piano: pianoDi(sezioni) };
}
