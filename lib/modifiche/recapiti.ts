import { difettoIban } from '@/lib/convenzione/codici';
import type { Anagrafica } from '@/lib/domande/valori';

const MASSIMI: Record<keyof Anagrafica, [nome: string, massimo: number]> = {
  referente: ['L’ufficio referente', 200],
  email: ['L’indirizzo email', 200],
  telefono: ['Il telefono', 40],
  sede: ['La sede', 300],
  iban: ['L’IBAN', 34],
  intestatario: ['L’intestatario del conto', 200],
};

/** Ciò che non va in recapiti e conto, in frasi. */
export function recapitiSbagliati(anagrafica: Anagrafica): string[] {
  const lunghi = (Object.keys(MASSIMI) as (keyof Anagrafica)[])
    .filter((campo) => (anagrafica[campo]?.length ?? 0) > MASSIMI[campo][1])
    .map((campo) => `${MASSIMI[campo][0]} supera ${MASSIMI[campo][1]} caratteri: accorcialo.`);
  const { email, iban } = anagrafica;
  return [
    ...lunghi,
    ...(email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? ['L’indirizzo email non è valido: controllalo.'] : []),
    ...(iban ? [difettoIban(iban)].filter(Boolean) : []),
  ];
}
