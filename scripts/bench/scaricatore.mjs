// Downloads an export in a process of its own, so that nobody else's work delays its clock (scripts/bench/esportazioni.ts). Prints one JSON line per
// download. Only Node builtins: it runs as it is, without tsx.
import { request } from 'node:http';

/** `volte`: how many downloads, one after the other (0: until stopped); `fermaA`: hang up after this many bytes (0: never). */
const { url, headers, corpo, volte = 1, fermaA = 0 } = JSON.parse(process.argv[2] ?? '{}');

const scarica = () =>
  new Promise((fatto, rifiuta) => {
    const inizio = performance.now();
    let [primo, byte] = [0, 0];
    const richiesta = request(url, { method: 'POST', headers }, (risposta) => {
      if (risposta.statusCode !== 200) rifiuta(new Error(`Lo scaricamento risponde ${risposta.statusCode}.`));
      risposta.on('data', (pezzo) => {
        primo ||= performance.now() - inizio;
        byte += pezzo.length;
        if (fermaA > 0 && byte >= fermaA) richiesta.destroy();
      });
      risposta.on('error', () => undefined); // hung up on purpose, or cut short: `close` follows
      risposta.once('close', () => fatto({ ms: performance.now() - inizio, primo, byte, intero: risposta.complete, fine: Date.now() }));
    });
    richiesta.on('error', (errore) => primo === 0 && rifiuta(errore));
    richiesta.end(corpo);
  });

for (let n = 0; volte === 0 || n < volte; n += 1) console.log(JSON.stringify(await scarica()));
