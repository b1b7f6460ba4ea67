/** Caratteri al massimo nei testi liberi; gli stessi limiti stanno nei vincoli del database. Senza zod: il modulo nel browser resta leggero. */
export const LIMITI = { contromisura: 1500, nota: 3000, sintesi: 3000, motivo: 2000 } as const;
/** Quanti rilievi con una sola approvazione. */
export const MASSIMI_RILIEVI = 20;
