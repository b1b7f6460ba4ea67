import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { improntaDi } from '@/lib/versioni/canonico';
import { APERTI, type ModificaDaAprire, NOME_DOMINIO } from '../schema';
import { esigiCapofila, esigiInAttuazione, trovaContorno } from './_modifica';

/**
 * Il capofila comincia a preparare una modifica in un ambito: parte dal piano in vigore adesso. Una sola aperta per ambito.
 * Errori: modifica.giaAperta, modifica.progettoChiuso, modifica.rinuncia, progetto.ruoloMancante.
 */
export const apriModifica = (attore: Attore, { progettoId, dominio }: ModificaDaAprire): Promise<{ richiestaId: string }> =>
  commandAs(attore, async (tx) => {
    const { pratica, contorno } = await trovaContorno(tx, attore, progettoId);
    esigiCapofila(pratica, false);
    esigiInAttuazione(pratica, contorno);
    const aperta = await tx.richiestaModifica.findFirst({
      where: { progettoId, dominio, stato: { in: [...APERTI] } },
      select: { numero: true },
    });
    if (aperta)
      throw new DomainError(
        'modifica.giaAperta',
        `C’è già una richiesta aperta per «${NOME_DOMINIO[dominio]}», la numero ${aperta.numero}: continua quella, o annullala.`,
      );
    const { _max } = await tx.richiestaModifica.aggregate({ where: { progettoId }, _max: { numero: true } });
    const richiestaId = randomUUID();
    const numero = (_max.numero ?? 0) + 1;
    await tx.richiestaModifica.createMany({
      data: [
        {
          id: richiestaId,
          regioneId: attore.regioneId,
          progettoId,
          numero,
          dominio,
          baseNumero: contorno.numeroInVigore,
          baseSha256: improntaDi(contorno.congelato),
          organizzazioneId: attore.organizzazioneId,
        },
      ],
    });
    const dopo = { stato: 'BOZZA', numero, dominio };
    return {
      result: { richiestaId },
      evento: { atto: 'modifica.aperta', oggetto: 'richiesta_modifica', oggettoId: richiestaId, progettoId, dopo, riservato: true },
    };
  });
