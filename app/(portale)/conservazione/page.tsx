import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Callout } from '@/components/ui/Callout';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataEOra } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { CHI_CONTA, CLASSI } from '@/lib/privacy/conservazione';
import { type Conteggi, leggiConservazione } from '@/lib/privacy/queriesConservazione';
import { VOCI_CONSERVAZIONE, type VoceConservazione } from '@/lib/privacy/voci';

export const metadata: Metadata = { title: 'Conservazione dei dati' };

export default async function ConservazionePage() {
  const attore = await requireLettore('app_regione');
  if (!CHI_CONTA.includes(attore.ruolo)) notFound();
  const conteggi = await leggiConservazione(attore);
  return (
    <Statico>
      <div className="wrap">
        <TitoloPagina
          titolo="Conservazione dei dati"
          sottotitolo={`Che cosa è scaduto e che cosa scadrà, solo in numeri. Contato il ${dataEOra(attore.adesso)}.`}
        />
        <Callout titolo="Qui non si cancella nulla.">
          {conteggi.SCADUTE > 0
            ? 'Chi amministra il server rende anonimi i dati scaduti con il comando npm run conservazione -- --esegui. Gli indicatori non cambiano.'
            : 'Oggi nessuna identità è scaduta.'}
        </Callout>
        <Conto conteggi={conteggi} />
        <Termini />
      </div>
    </Statico>
  );
}

const Conto = ({ conteggi }: { conteggi: Conteggi }) => (
  <Sezione id="conto" titolo="Il conto di oggi">
    <Tabella
      didascalia="Dati per situazione"
      fitta
      schede="etichette"
      colonne={[{ etichetta: 'Che cosa' }, { etichetta: 'Quante', numerica: true }]}
    >
      {(Object.keys(VOCI_CONSERVAZIONE) as VoceConservazione[]).map((voce) => (
        <Riga key={voce}>
          <CellaTitolo>{VOCI_CONSERVAZIONE[voce]}</CellaTitolo>
          <Cella etichetta="Quante" numerica>
            {numero(conteggi[voce])}
          </Cella>
        </Riga>
      ))}
    </Tabella>
  </Sezione>
);

const Termini = () => (
  <Sezione id="termini" titolo="I termini">
    <Tabella
      didascalia="Termini di conservazione per genere di dati"
      schede="etichette"
      colonne={['Dati', 'Fino a quando', 'Poi'].map((etichetta) => ({ etichetta }))}
    >
      {CLASSI.map(({ chiave, dati, termine, dopo }) => (
        <Riga key={chiave}>
          <CellaTitolo>{dati}</CellaTitolo>
          <Cella etichetta="Fino a quando">{termine}</Cella>
          <Cella etichetta="Poi">{dopo}</Cella>
        </Riga>
      ))}
    </Tabella>
  </Sezione>
);
