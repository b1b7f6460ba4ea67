import { type Ambiente, apriAmbiente, leggiFileEnv, variabiliServer } from './ambiente';
import { allaChiusura, ascoltaSegnali, chiudi, staChiudendo } from './chiusura';
import { costruisci } from './costruzione';
import { caricaDimostrazione, caricaDimostrazioneSeVuoto, tabellaAccessi } from './dimostrazione';
import { avviaServer, doveServire, prenotaPortale } from './server';
import { passo } from './stampa';

/**
 * Database, migrations, demo programme, build, web server: everything up, until Ctrl-C.
 * @returns never normally: it ends by a signal, or throws when something stopped that should not have
 */
export async function servi(modo: 'start' | 'dev'): Promise<number> {
  ascoltaSegnali(0);
  try {
    leggiFileEnv();
    const { porta, host, indirizzo } = doveServire();
    await prenotaPortale(porta, host);
    const [dati, costruito] = await Promise.allSettled([preparaDati(), modo === 'start' ? costruisci() : undefined]);
    if (dati.status === 'rejected') throw dati.reason;
    if (costruito.status === 'rejected') throw costruito.reason;
    const ambiente = dati.value;
    passo('Avvio il server web');
    const server = await avviaServer(modo, variabiliServer(ambiente, indirizzo), porta, host);
    allaChiusura(async () => console.log('\nChiudo Cantiere…'));
    passo(`Cantiere è pronto: ${indirizzo}`);
    if (ambiente.demo) console.log(`\nAccessi dimostrativi:\n${tabellaAccessi()}\n`);
    console.log('Ctrl-C per chiudere.');
    const caduto = await Promise.race([server.fine.then(() => 'Il server web'), ambiente.finito.then(() => 'PostgreSQL')]);
    throw new Error(`${caduto} si è fermato da solo: chiudo. Riavvia con npm start, i dati sono al sicuro.`);
  } catch (errore) {
    if (staChiudendo()) await new Promise(() => undefined); // things fail because they are being closed: whoever closes them exits
    throw errore;
  } finally {
    await chiudi();
  }
}

async function preparaDati(): Promise<Ambiente> {
  const semina = async (url: Ambiente['url']) => {
    passo('Carico il programma dimostrativo');
    await caricaDimostrazione(url);
  };
  const ambiente = await apriAmbiente({ condividi: false, semina });
  await caricaDimostrazioneSeVuoto(ambiente);
  return ambiente;
}
