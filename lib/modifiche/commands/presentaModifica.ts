import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { esigiConferma } from '@/lib/privacy/confermaDati';
import { protocolla } from '@/lib/protocollo/commands/protocolla';
import { improntaDi } from '@/lib/versioni/canonico';
import { daCongelare } from '../inVigore';
import { type Regola, regolaDi } from '../regola';
import type { ModificaDaPresentare } from '../schema';
import { testiDaRileggere } from '../testi';
import {
  cambiaModifica,
  esigiCapofila,
  esigiInAttuazione,
  esigiStato,
  eventoModifica,
  type InAtto,
  pianoNuovo,
  trovaModifica,
} from './_modifica';
import { nuovaVersione } from './_nuovaVersione';

export type Presentata = { stato: 'PRESENTATA' | 'REGISTRATA'; protocollo: string; regola: Regola; versione: number | null };

/**
 * Il referente del capofila presenta la modifica: la regola del bando si applica e si congela, la richiesta si protocolla. Se basta comunicarla, la nuova
 * versione nasce e la richiesta è registrata nello stesso atto.
 * Errori: modifica.vuota, modifica.senzaMotivazione, modifica.incompleta, modifica.pianoCambiato, privacy.datiPersonali.
 */
export const presentaModifica = (attore: Attore, { progettoId, richiestaId, confermaDati }: ModificaDaPresentare): Promise<Presentata> =>
  commandAs(attore, async (tx) => {
    const atto = await trovaModifica(tx, attore, progettoId, richiestaId);
    const { pratica, modifica } = atto;
    esigiCapofila(pratica, true);
    esigiStato(modifica, 'BOZZA');
    esigiInAttuazione(pratica, modifica);
    const nuovo = pianoDaPresentare(atto);
    esigiConferma(testiDaRileggere(modifica.richiesta), confermaDati);
    const { attuazione, inVigore, numeroInVigore, vociApprovate } = modifica;
    const regola = regolaDi({
      attuazione,
      dominio: modifica.richiesta.dominio,
      base: inVigore,
      nuovo,
      congelato: numeroInVigore !== null,
      approvate: vociApprovate ?? undefined,
    });
    const congelata = {
      regime: regola.regime,
      competente: regola.competente,
      regola,
      baseNumero: numeroInVigore,
      baseSha256: improntaDi(modifica.congelato),
    };
    if (regola.regime === 'COMUNICAZIONE') return comunica(tx, attore, atto, nuovo, regola, congelata);
    const protocollo = await protocolla(tx, attore, {
      progettoId,
      genere: 'PRESENTATA',
      sha256: improntaDi(modifica.richiesta.operazioni),
    });
    await cambiaModifica(tx, modifica, { ...congelata, stato: 'PRESENTATA', protocollo });
    const fatti = { regime: regola.regime, competente: regola.competente, operazioni: modifica.richiesta.operazioni.length, protocollo };
    return {
      result: { stato: 'PRESENTATA', protocollo, regola, versione: null },
      evento: eventoModifica('modifica.presentata', modifica, 'PRESENTATA', fatti),
    };
  });

function pianoDaPresentare({ modifica }: InAtto): ContenutoVersione {
  const { operazioni, motivazione } = modifica.richiesta;
  if (operazioni.length === 0)
    throw new DomainError('modifica.vuota', 'La richiesta non cambia ancora nulla: scrivi che cosa vuoi modificare e salva.');
  if (motivazione.length < 10)
    throw new DomainError('modifica.senzaMotivazione', 'Scrivi perché chiedi la modifica (almeno 10 caratteri) e salva.', 'motivazione');
  return pianoNuovo(modifica, operazioni);
}

type Congelata = Record<string, unknown> & { regime: Regola['regime']; regola: Regola };

/** Una comunicazione vale subito: prima la regola sulla richiesta (il database la rilegge), poi la versione, poi la registrazione. */
async function comunica(tx: Tx, attore: Attore, { modifica }: InAtto, nuovo: ContenutoVersione, regola: Regola, congelata: Congelata) {
  const { richiesta, id: progettoId, congelato: base } = modifica;
  await cambiaModifica(tx, modifica, congelata);
  const dal = giornoDi(attore.adesso);
  const versione = await nuovaVersione(tx, attore, {
    progettoId,
    richiestaId: richiesta.id,
    dal,
    base,
    contenuto: daCongelare(modifica, nuovo),
  });
  const { protocollo, numero } = versione;
  await cambiaModifica(tx, modifica, { stato: 'REGISTRATA', protocollo, versioneId: versione.versioneId });
  const fatti = { regime: regola.regime, versione: numero, operazioni: richiesta.operazioni.length, protocollo };
  const result: Presentata = { stato: 'REGISTRATA', protocollo, regola, versione: numero };
  return { result, evento: eventoModifica('modifica.registrata', modifica, 'REGISTRATA', fatti) };
}
