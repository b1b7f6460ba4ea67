import { discordanze, leggiCodiceFiscale } from '@/lib/codiceFiscale/codiceFiscale';
import { dataBreve } from '@/lib/format/data';
import { leggiData } from '@/lib/format/lettura';
import { comuneInParole } from '@/lib/territorio/comuni';

/** Ciò che un codice fiscale dice mentre lo si scrive: che cosa riempire (nella forma dei campi) e le frasi da mostrare. Pura. */
export function codiceScritto(scritti: Record<string, string>, oggi: string): { riempi: Record<string, string>; frasi: string[] } {
  const testo = scritti.codice ?? '';
  if (/^\s*(STP|ENI)\s*\d/i.test(testo)) return { riempi: {}, frasi: [] };
  const letto = leggiCodiceFiscale(testo, oggi);
  if (!letto.ok) return { riempi: {}, frasi: [letto.messaggio] };
  const nascita = leggiData(scritti.dataNascita ?? '');
  const sesso = (['F', 'M', 'X'] as const).find((voce) => voce === scritti.sesso) ?? null;
  const dichiarati = { cognome: scritti.cognome, nome: scritti.nome, sesso, dataNascita: nascita.ok ? nascita.iso : null };
  const { comune, estero } = letto.luogo;
  const dove = comune ? ` a ${comuneInParole(comune)}` : estero ? ' all’estero' : '';
  const nata = letto.sesso === 'F' ? 'Nata' : 'Nato';
  return {
    riempi: { sesso: letto.sesso, dataNascita: dataBreve(letto.nascita) },
    frasi: [
      `${nata} il ${dataBreve(letto.nascita)}${dove}, dice il codice.`,
      ...discordanze(letto, dichiarati).map(({ messaggio }) => messaggio),
    ],
  };
}
