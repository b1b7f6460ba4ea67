import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ElencoDecisioni } from '@/components/istruttoria/ElencoDecisioni';
import { ElencoRichieste } from '@/components/istruttoria/ElencoRichieste';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { messaggioEsame } from '@/lib/istruttoria/esiti';
import { NOME_FASE } from '@/lib/istruttoria/parole';
import { leggiLettere } from '@/lib/istruttoria/queriesIstruttoria';
import { LIMITI_ESAME } from '@/lib/istruttoria/schema';
import { routes } from '@/lib/routes';
import { rispondiAction } from './actions';

export const metadata: Metadata = { title: 'Comunicazioni della Regione' };

export default async function LetterePage({ params, searchParams }: PageProps<'/progetti/[id]/lettere'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const lettere = id.success ? await leggiLettere(attore, id.data) : null;
  if (!lettere) notFound();
  const fatto = messaggioEsame((await searchParams).esito);
  const { richieste, decisioni } = lettere;
  const preavviso = richieste.find((r) => r.genere === 'PREAVVISO' && r.stato === 'APERTA' && new Date(r.entro) >= attore.adesso);
  const risponde = attore.ruolo === 'REFERENTE' && lettere.capofila;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
          { href: routes.progetto(lettere.id), etichetta: lettere.titolo },
          { etichetta: 'Comunicazioni della Regione' },
        ]}
      />
      <div className="wrap">
        <TitoloPagina sottoPercorso titolo="Comunicazioni della Regione" sottotitolo={lettere.titolo} />
        <Fatto>{fatto}</Fatto>
        {preavviso && attore.lettore === 'app_ente' && (
          <Sezione
            id="rispondi"
            titolo="Rispondi al preavviso di rigetto"
            nota={`Entro il ${dataBreve(giornoDi(new Date(preavviso.entro)))}`}
          >
            <p className="testo">{preavviso.testo}</p>
            {risponde ? (
              <ModuloAtto
                action={rispondiAction}
                nascosti={{ progettoId: lettere.id, richiestaId: preavviso.id }}
                invia="Invia la risposta"
                testo={{
                  nome: 'risposta',
                  etichetta: 'La risposta',
                  aiuto: 'Si risponde una volta sola.',
                  massimo: LIMITI_ESAME.testo,
                  righe: 8,
                }}
              />
            ) : (
              <p className="second">Risponde il referente dell’ente capofila.</p>
            )}
          </Sezione>
        )}
        <Statico>
          {lettere.istruttori.map((i) => (
            <p key={i.fase} className="small second">
              {NOME_FASE[i.fase]}: l’istruttoria è seguita da {i.nome}
              {i.ufficio && `, ${i.ufficio}`}, dal {dataBreve(giornoDi(new Date(i.dal)))}.
            </p>
          ))}
          {richieste.length === 0 && decisioni.length === 0 && (
            <Vuoto titolo="Nessuna comunicazione">
              <p>Qui compaiono le richieste e le decisioni della Regione su questa domanda.</p>
            </Vuoto>
          )}
          {decisioni.length > 0 && (
            <Sezione id="decisioni" titolo="Esiti e decisioni">
              <ElencoDecisioni progettoId={lettere.id} decisioni={decisioni} />
            </Sezione>
          )}
          {richieste.length > 0 && (
            <Sezione id="richieste" titolo="Richieste">
              <ElencoRichieste richieste={richieste} sezioni={lettere.sezioni} adesso={attore.adesso} />
            </Sezione>
          )}
        </Statico>
      </div>
    </>
  );
}
