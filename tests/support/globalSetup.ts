import { preparaProva } from './modello';

/** Gives the integration tests their server, unless `npm test` already did. @returns how to take it away */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.CANTIERE_PROVA) return undefined;
  const { prova, chiudi } = await preparaProva();
  process.env.CANTIERE_PROVA = JSON.stringify(prova); // the workers are born later and inherit it
  return chiudi;
}
