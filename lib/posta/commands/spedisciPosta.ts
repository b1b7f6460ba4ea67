import type { Transporter } from 'nodemailer';

/** La coda dei messaggi, com'è nel database: chi spedisce la riceve, perché la porta dell'accesso la apre solo l'applicazione. */
export type Coda = {
  daInviare: () => Promise<{ id: string; destinatario: string; oggetto: string; testo: string }[]>;
  esito: (id: string, inviata: boolean) => Promise<void>;
};
export type Spedizione = { coda: Coda; trasporto: Pick<Transporter, 'sendMail'>; mittente: string };

/** Un messaggio è nostro per due minuti: oltre questo tempo il resto del mucchio si lascia al giro dopo. */
const MASSIMO_MS = 60_000;

/**
 * Spedisce fino a dieci messaggi della coda. Un rifiuto o un guasto lascia il messaggio in coda, da riprovare più tardi.
 * Un messaggio esce due volte solo se il server lo accetta e il processo muore prima di scriverlo: il Message-ID resta lo stesso, e chi riceve
 * può riconoscerlo.
 * @returns quanti ne ha spediti
 */
export async function spedisciPosta({ coda, trasporto, mittente }: Spedizione): Promise<number> {
  const inizio = performance.now();
  let spediti = 0;
  for (const messaggio of await coda.daInviare()) {
    if (performance.now() - inizio > MASSIMO_MS) break;
    const inviata = await consegna(trasporto, mittente, messaggio);
    await coda.esito(messaggio.id, inviata);
    if (inviata) spediti += 1;
  }
  return spediti;
}

type Messaggio = Awaited<ReturnType<Coda['daInviare']>>[number];

async function consegna(trasporto: Spedizione['trasporto'], mittente: string, messaggio: Messaggio): Promise<boolean> {
  try {
    await trasporto.sendMail({
      from: mittente,
      to: { name: '', address: messaggio.destinatario }, // un oggetto: il testo di una persona non diventa un elenco di indirizzi
      subject: messaggio.oggetto,
      text: messaggio.testo,
      messageId: `<${messaggio.id}@${dominioDi(mittente)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return true;
  } catch (errore) {
    // mai l'indirizzo né il testo: nei registri del server resta solo quale messaggio e che genere di guasto
    console.error(`Messaggio ${messaggio.id} non spedito: ${codiceDi(errore)}`);
    return false;
  }
}

const codiceDi = (errore: unknown): string => {
  const { code, responseCode } = errore as { code?: string; responseCode?: number };
  return [code ?? 'errore', responseCode].filter(Boolean).join(' ');
};

const dominioDi = (mittente: string): string => /@([\w.-]+)/.exec(mittente)?.[1] ?? 'localhost';
