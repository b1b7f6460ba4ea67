import { NOME_PARTECIPAZIONE } from '@/lib/domande/labels';
import type { ContenutoVersione, Partner } from '@/lib/domande/valori';
import { type Differenza, diffElenchi, diffTesto, perId, type SezioneDiversa } from './differenze';

/** Ciò che in due versioni sta fuori dalle sezioni: chi c'è, dove, con quali documenti. */

type Due = { prima: ContenutoVersione; ora: ContenutoVersione };

/** Titolo, enti e ambiti. */
export const diffTesta = ({ prima, ora }: Due): SezioneDiversa => ({
  chiave: 'domanda',
  titolo: 'Domanda',
  campi: [
    { chiave: 'titolo', etichetta: 'Titolo', differenze: diffTesto('', prima.titolo, ora.titolo) },
    { chiave: 'partner', etichetta: 'Enti che partecipano', differenze: diffPartner(prima.partner, ora.partner) },
    {
      chiave: 'ambiti',
      etichetta: 'Ambiti',
      differenze: diffElenchi(
        prima.ambiti.map(({ nome }) => nome),
        ora.ambiti.map(({ nome }) => nome),
      ),
    },
  ],
});

/** Chi entra, chi esce, chi cambia ruolo: un ente si riconosce dal suo identificativo, anche se cambia nome. */
function diffPartner(prima: readonly Partner[], ora: readonly Partner[]): Differenza[] {
  const conId = (partner: Partner) => ({ ...partner, id: partner.organizzazioneId });
  const nome = ({ denominazione, ruolo }: Partner): string => (ruolo === 'CAPOFILA' ? `${denominazione} (capofila)` : denominazione);
  return perId(prima.map(conId), ora.map(conId), {
    tolta: (partner) => [{ genere: 'tolto', voce: nome(partner) }],
    aggiunta: (partner) => [{ genere: 'aggiunto', voce: nome(partner) }],
    cambiata: (a, b) => [
      ...diffTesto('Nome', a.denominazione, b.denominazione),
      ...diffTesto(`${b.denominazione}, ruolo`, NOME_PARTECIPAZIONE[a.ruolo], NOME_PARTECIPAZIONE[b.ruolo]),
    ],
  });
}

/** Un documento con lo stesso nome e altri byte è stato sostituito: si dice, perché il nome da solo non lo mostra. */
export function diffDocumenti({ prima, ora }: Due): SezioneDiversa {
  const sostituiti = ora.documenti.filter(({ nome, chiave, sha256 }) =>
    prima.documenti.some((d) => d.nome === nome && d.chiave === chiave && d.sha256 !== sha256),
  );
  const differenze: Differenza[] = [
    ...diffElenchi(
      prima.documenti.map(({ nome }) => nome),
      ora.documenti.map(({ nome }) => nome),
    ),
    ...sostituiti.map(({ nome }) => ({ genere: 'aggiunto', voce: `${nome} (sostituito con un altro file)` }) as const),
  ];
  return { chiave: 'documenti', titolo: 'Documenti', campi: [{ chiave: 'documenti', etichetta: 'Documenti', differenze }] };
}
