/**
 * Questa prova sposta l'orologio di un anno: ha un database e un portale suoi, o le altre si troverebbero nel 2022. Va importato per primo, perché chi
 * legge il nome del database lo fa quando si carica; e solo in un processo che esegue prove, non in quello che le elenca.
 */
export const DATABASE = 'attuazione';

if (process.env.TEST_WORKER_INDEX !== undefined) process.env.CANTIERE_PROVA_DATABASE = DATABASE;
