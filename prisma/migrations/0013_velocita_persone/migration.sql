-- Un programma con un milione di partecipanti: gli indicatori si leggono da conti gia fatti, e gli indici che ingannavano il pianificatore non ci sono piu.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

-- ---------------------------------------------------------------- indici

-- «Di questo progetto» e «di questo ente» da soli non scelgono quasi nulla. Ma finche una tabella non ha statistiche, o non conosce ancora quel progetto (la prima
-- importazione), il pianificatore crede che le loro righe siano una, e li preferiva alle chiavi: ogni riga scritta scorreva tutte quelle del progetto.
drop index partecipante_progetto;
drop index frequenza_ente;
drop index persona_ente;
-- la scheda di una persona, un'unione e chi diventa anonimo cercano per persona; un progetto si cerca con l'altra chiave unica
alter table partecipante drop constraint partecipante_progetto_id_persona_id_key, add unique (persona_id, progetto_id);
create index persona_nucleo on persona (nucleo_id) where nucleo_id is not null;
create index persona_unita on persona (unita_a) where unita_a is not null;
-- i giorni ai bordi di un periodo, e chi frequenta un'azione, si contano dai soli indici
drop index partecipante_segni;
create index partecipante_segni on partecipante (programma_id, progetto_id, ingresso) include (id, sesso, completo, segni) where conta;
drop index frequenza_azione;
create index frequenza_azione on frequenza (azione_id, partecipante_id);
-- con l'ente nell'indice, la policy non apre la riga: cinquanta righe di un elenco, cinquanta letture in meno
alter table frequenza drop constraint frequenza_partecipante_id_azione_id_key, add unique (partecipante_id, azione_id) include (organizzazione_id);
create index partecipante_manca on partecipante (progetto_id) include (organizzazione_id, sesso, eta, isced, condizione) where conta and not completo;

-- ---------------------------------------------------------------- i segni di una riga

/* Come prima (0008), senza un giro per ogni codice: si chiama per ogni riga scritta. */
create or replace function app.segni(t public.partecipante) returns bigint language plpgsql immutable set search_path = pg_catalog as $$
declare
  ue constant boolean := t.cittadinanza = any (array['IT','AT','BE','BG','CY','CZ','DE','DK','EE','ES','FI','FR','GR','HR','HU','IE','LT','LU','LV','MT','NL','PL','PT','RO','SE','SI','SK']);
  disoccupato constant boolean := coalesce(t.condizione = 'DISOCCUPATO', false);
  inattivo constant boolean := coalesce(t.condizione in ('INATTIVO_ISTRUZIONE', 'INATTIVO_ALTRO'), false);
  occupato constant boolean := coalesce(t.condizione in ('OCCUPATO_DIPENDENTE', 'OCCUPATO_AUTONOMO'), false);
  lungo constant boolean := coalesce(t.mesi_disoccupazione > case when t.eta < 25 then 6 else 12 end, false);
  origine constant boolean := coalesce(t.cittadinanza <> 'IT', false) or coalesce(t.origine_straniera = 'SI', false) or coalesce(t.minoranza = 'SI', false);
  svantaggio constant boolean := origine or coalesce(t.disabilita = 'SI', false) or coalesce(t.altro_svantaggio = 'SI', false);
  abitativa constant boolean := t.senza_dimora or coalesce(t.condizione_abitativa in ('SENZA_TETTO', 'SENZA_CASA', 'PRECARIA', 'INADEGUATA'), false);
  valido4 constant boolean := coalesce(t.data_esito_4_settimane between t.uscita and t.uscita + 28, false);
  valido6 constant boolean := coalesce(t.data_esito_6_mesi between (t.uscita + interval '6 months')::date - 30 and (t.uscita + interval '6 months')::date + 30, false);
  cerca constant boolean := valido4 and coalesce((t.esito_4_settimane ->> 'cercaLavoro')::boolean, false);
  studia constant boolean := valido4 and coalesce((t.esito_4_settimane ->> 'istruzione')::boolean, false);
  qualifica constant boolean := valido4 and coalesce((t.esito_4_settimane ->> 'qualifica')::boolean, false);
  lavora constant boolean := valido4 and coalesce((t.esito_4_settimane ->> 'lavoro')::boolean, false);
  lavora6 constant boolean := valido6 and coalesce((t.esito_6_mesi ->> 'lavoro')::boolean, false);
  migliorato6 constant boolean := valido6 and coalesce((t.esito_6_mesi ->> 'migliorato')::boolean, false);
begin
  return case when disoccupato then 1::bigint else 0 end | case when disoccupato and lungo then 2::bigint else 0 end | case when inattivo then 4::bigint else 0 end |
    case when t.condizione = 'INATTIVO_ALTRO' then 8::bigint else 0 end | case when occupato then 16::bigint else 0 end |
    case when t.eta < 25 then 32::bigint else 0 end | case when t.eta > 54 then 64::bigint else 0 end |
    case when t.eta > 54 and (disoccupato or t.condizione = 'INATTIVO_ALTRO') then 128::bigint else 0 end |
    case when t.isced between 1 and 2 then 256::bigint else 0 end | case when t.isced between 3 and 4 then 512::bigint else 0 end |
    case when t.isced >= 5 then 1024::bigint else 0 end | case when origine then 2048::bigint else 0 end |
    case when t.disabilita = 'SI' then 4096::bigint else 0 end | case when t.altro_svantaggio = 'SI' then 8192::bigint else 0 end |
    case when abitativa then 16384::bigint else 0 end | case when t.rurale then 32768::bigint else 0 end |
    case when inattivo and cerca then 65536::bigint else 0 end | case when t.condizione <> 'INATTIVO_ISTRUZIONE' and studia then 131072::bigint else 0 end |
    case when qualifica then 262144::bigint else 0 end | case when (disoccupato or inattivo) and lavora then 524288::bigint else 0 end |
    case when (disoccupato or inattivo) and svantaggio and (cerca or studia or qualifica or lavora) then 1048576::bigint else 0 end |
    case when (disoccupato or inattivo) and lavora6 then 2097152::bigint else 0 end | case when occupato and migliorato6 then 4194304::bigint else 0 end |
    case when t.eta > 54 and (disoccupato or inattivo) and lavora6 then 8388608::bigint else 0 end |
    case when svantaggio and (disoccupato or inattivo) and lavora6 then 16777216::bigint else 0 end |
    case when t.condizione is not null then 33554432::bigint else 0 end | case when disoccupato then 67108864::bigint else 0 end |
    case when disoccupato and lungo then 134217728::bigint else 0 end | case when inattivo then 268435456::bigint else 0 end |
    case when occupato then 536870912::bigint else 0 end | case when t.eta < 18 then 1073741824::bigint else 0 end |
    case when t.eta between 18 and 29 then 2147483648::bigint else 0 end | case when t.eta >= 55 then 4294967296::bigint else 0 end |
    case when t.isced <= 2 then 8589934592::bigint else 0 end | case when t.isced between 3 and 4 then 17179869184::bigint else 0 end |
    case when t.isced >= 5 then 34359738368::bigint else 0 end | case when t.disabilita = 'SI' then 68719476736::bigint else 0 end |
    case when t.cittadinanza is not null and not ue then 137438953472::bigint else 0 end |
    case when t.origine_straniera = 'SI' then 274877906944::bigint else 0 end | case when t.minoranza = 'SI' then 549755813888::bigint else 0 end |
    case when abitativa then 1099511627776::bigint else 0 end | case when t.rurale then 2199023255552::bigint else 0 end |
    case when inattivo and cerca then 4398046511104::bigint else 0 end |
    case when t.condizione <> 'INATTIVO_ISTRUZIONE' and studia then 8796093022208::bigint else 0 end |
    case when qualifica then 17592186044416::bigint else 0 end | case when (disoccupato or inattivo) and lavora then 35184372088832::bigint else 0 end |
    case when (disoccupato or inattivo) and lavora6 then 70368744177664::bigint else 0 end |
    case when occupato and migliorato6 then 140737488355328::bigint else 0 end;
end $$;

/* Come prima (0008), con una lettura sola: quasi sempre nessun altro ha quella persona, e un'importazione lo chiede per ogni riga. */
create or replace function app.conta_partecipante() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare viene_dopo boolean;
begin
  select p.pseudonimo into new.pseudonimo from public.persona p where p.id = new.persona_id;
  new.completo := new.sesso is not null and new.eta is not null and new.isced is not null and new.condizione is not null;
  new.segni := app.segni(new);
  if tg_op = 'UPDATE' and (new.persona_id, new.ingresso, new.pseudonimo) = (old.persona_id, old.ingresso, old.pseudonimo) then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.progetto_id::text || new.pseudonimo::text, 1) % 1024 + 10000);
  -- is not distinct from non usa indici: resta solo quello dello pseudonimo, anche finche la tabella non ha statistiche (una prima importazione)
  select (x.ingresso, x.id) < (new.ingresso, new.id) into viene_dopo from public.partecipante x
    where x.pseudonimo = new.pseudonimo and x.progetto_id is not distinct from new.progetto_id and x.id <> new.id and x.conta;
  new.conta := viene_dopo is not true;
  if viene_dopo is false then
    update public.partecipante x set conta = false
      where x.pseudonimo = new.pseudonimo and x.progetto_id is not distinct from new.progetto_id and x.id <> new.id and x.conta;
  end if;
  return new;
end $$;

-- ---------------------------------------------------------------- i conti

/*
 * Quanti partecipanti, per progetto, ente, mese di ingresso, sesso e completezza: il totale e uno per codice, nell'ordine di app.codici_indicatori(). Una scrittura
 * aggiunge una riga con la differenza, e non tocca mai quelle degli altri: per i conti due che scrivono nello stesso progetto non si aspettano. Chi legge somma.
 */
create table conto_partecipanti (
  id bigserial primary key,
  regione_id uuid not null,
  programma_id uuid not null,
  progetto_id uuid not null,
  organizzazione_id uuid not null,
  mese date not null check (extract(day from mese) = 1),
  sesso text not null check (sesso in ('F', 'M', 'X', 'ND')),
  completo boolean not null,
  -- chi conta nel progetto (una volta sola, anche se la seguono due enti), e tutti quelli che l'ente ha in carico
  contati integer[] not null check (cardinality(contati) = 49),
  propri integer[] not null check (cardinality(propri) = 49),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, programma_id) references programma (regione_id, id)
);
create index conto_partecipanti_chiave on conto_partecipanti (progetto_id, organizzazione_id, mese, sesso, completo);
alter table conto_partecipanti enable row level security;
alter table conto_partecipanti force row level security;
create policy conto_partecipanti_del_sistema on conto_partecipanti to app_sistema using (true) with check (true);
create policy conto_partecipanti_del_custode on conto_partecipanti to app_custode using (true) with check (true);
grant select, insert, update, delete on conto_partecipanti to app_sistema;
-- l'aggiornamento serve solo a prendere le righe da riunire
grant select, insert, update, delete on conto_partecipanti to app_custode;
grant usage on sequence conto_partecipanti_id_seq to app_custode, app_sistema;

create type app.variazione as (regione_id uuid, programma_id uuid, progetto_id uuid, organizzazione_id uuid, mese date, sesso text, completo boolean,
  segni bigint, contati bigint, propri bigint);

/* Aggiunge ai conti le variazioni; dove le righe con la stessa chiave diventano piu di otto le riunisce, saltando quelle che un altro sta riunendo. */
create function app.scrivi_variazioni(p_variazioni app.variazione[]) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.conto_partecipanti (regione_id, programma_id, progetto_id, organizzazione_id, mese, sesso, completo, contati, propri)
    select g.* from (
      select u.regione_id, u.programma_id, u.progetto_id, u.organizzazione_id, u.mese, u.sesso, u.completo,
        array[coalesce(sum(u.contati), 0), coalesce(sum(u.contati) filter (where u.segni & 1 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 2 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 4 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 8 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 16 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 32 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 64 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 128 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 256 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 512 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 1024 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 2048 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 4096 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 8192 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 16384 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 32768 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 65536 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 131072 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 262144 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 524288 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 1048576 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 2097152 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 4194304 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 8388608 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 16777216 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 33554432 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 67108864 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 134217728 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 268435456 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 536870912 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 1073741824 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 2147483648 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 4294967296 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 8589934592 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 17179869184 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 34359738368 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 68719476736 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 137438953472 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 274877906944 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 549755813888 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 1099511627776 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 2199023255552 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 4398046511104 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 8796093022208 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 17592186044416 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 35184372088832 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 70368744177664 <> 0), 0), coalesce(sum(u.contati) filter (where u.segni & 140737488355328 <> 0), 0)]::integer[] as contati,
        array[coalesce(sum(u.propri), 0), coalesce(sum(u.propri) filter (where u.segni & 1 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 2 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 4 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 8 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 16 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 32 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 64 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 128 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 256 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 512 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 1024 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 2048 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 4096 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 8192 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 16384 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 32768 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 65536 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 131072 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 262144 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 524288 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 1048576 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 2097152 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 4194304 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 8388608 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 16777216 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 33554432 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 67108864 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 134217728 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 268435456 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 536870912 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 1073741824 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 2147483648 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 4294967296 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 8589934592 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 17179869184 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 34359738368 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 68719476736 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 137438953472 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 274877906944 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 549755813888 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 1099511627776 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 2199023255552 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 4398046511104 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 8796093022208 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 17592186044416 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 35184372088832 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 70368744177664 <> 0), 0), coalesce(sum(u.propri) filter (where u.segni & 140737488355328 <> 0), 0)]::integer[] as propri
      from unnest(p_variazioni) u group by 1, 2, 3, 4, 5, 6, 7) g
    where g.contati <> array_fill(0, array[49]) or g.propri <> array_fill(0, array[49]);
  with piene as (
    select c.progetto_id, c.organizzazione_id, c.mese, c.sesso, c.completo
    from (select distinct u.progetto_id, u.organizzazione_id, u.mese, u.sesso, u.completo from unnest(p_variazioni) u) u
    join public.conto_partecipanti c using (progetto_id, organizzazione_id, mese, sesso, completo) group by 1, 2, 3, 4, 5 having count(*) > 8
  ), prese as materialized (
    select c.id from piene join public.conto_partecipanti c using (progetto_id, organizzazione_id, mese, sesso, completo) for update of c skip locked
  ), tolte as (
    delete from public.conto_partecipanti c where c.id in (select p.id from prese p) returning c.*
  )
  insert into public.conto_partecipanti (regione_id, programma_id, progetto_id, organizzazione_id, mese, sesso, completo, contati, propri)
    select g.regione_id, g.programma_id, g.progetto_id, g.organizzazione_id, g.mese, g.sesso, g.completo, array_agg(g.contati order by g.k), array_agg(g.propri order by g.k)
    from (select t.regione_id, t.programma_id, t.progetto_id, t.organizzazione_id, t.mese, t.sesso, t.completo, x.k, sum(x.contati)::integer as contati, sum(x.propri)::integer as propri
      from tolte t cross join unnest(t.contati, t.propri) with ordinality x(contati, propri, k) group by 1, 2, 3, 4, 5, 6, 7, 8) g
    group by 1, 2, 3, 4, 5, 6, 7;
end $$;

/* Le variazioni di un'istruzione, qualunque essa sia: cosi i conti sono sempre quelli delle righe, anche dopo un'unione o una cancellazione. */
create function app.conta_scritti() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare v app.variazione[];
begin
  if tg_op = 'INSERT' then
    select array_agg(r::app.variazione) into v from (select n.regione_id, n.programma_id, n.progetto_id, n.organizzazione_id, date_trunc('month', n.ingresso)::date as mese,
      coalesce(n.sesso, 'ND') as sesso, n.completo, n.segni, count(*) filter (where n.conta) as contati, count(*) as propri from nuove n group by 1, 2, 3, 4, 5, 6, 7, 8) r;
  elsif tg_op = 'DELETE' then
    select array_agg(r::app.variazione) into v from (select o.regione_id, o.programma_id, o.progetto_id, o.organizzazione_id, date_trunc('month', o.ingresso)::date as mese,
      coalesce(o.sesso, 'ND') as sesso, o.completo, o.segni, -count(*) filter (where o.conta) as contati, -count(*) as propri from vecchie o group by 1, 2, 3, 4, 5, 6, 7, 8) r;
  else
    -- cio che non cambia si annulla qui: scrivere un comune, o lo pseudonimo di chi diventa anonimo, non tocca i conti
    select array_agg(r::app.variazione) into v from (select x.regione_id, x.programma_id, x.progetto_id, x.organizzazione_id, date_trunc('month', x.ingresso)::date as mese,
      coalesce(x.sesso, 'ND') as sesso, x.completo, x.segni, coalesce(sum(x.verso) filter (where x.conta), 0)::bigint as contati, sum(x.verso)::bigint as propri
      from (select 1 as verso, n.* from nuove n union all select -1, o.* from vecchie o) x group by 1, 2, 3, 4, 5, 6, 7, 8
      having coalesce(sum(x.verso) filter (where x.conta), 0) <> 0 or sum(x.verso) <> 0) r;
  end if;
  if v is not null then perform app.scrivi_variazioni(v); end if;
  return null;
end $$;
create trigger conta_nuovi after insert on partecipante referencing new table as nuove for each statement execute function app.conta_scritti();
create trigger conta_cambiati after update on partecipante referencing old table as vecchie new table as nuove for each statement execute function app.conta_scritti();
create trigger conta_tolti after delete on partecipante referencing old table as vecchie for each statement execute function app.conta_scritti();

/* Rifa tutti i conti dalle righe: per chi ha scritto a trigger fermi (un travaso). A portale fermo. */
create function app.riconta_partecipanti() returns void language plpgsql security definer set search_path = pg_catalog as $$
declare uno record;
begin
  delete from public.conto_partecipanti;
  for uno in select p.id from public.progetto p loop
    perform app.scrivi_variazioni(array(select r::app.variazione from (select n.regione_id, n.programma_id, n.progetto_id, n.organizzazione_id, date_trunc('month', n.ingresso)::date as mese,
      coalesce(n.sesso, 'ND') as sesso, n.completo, n.segni, count(*) filter (where n.conta) as contati, count(*) as propri
      from public.partecipante n where n.progetto_id = uno.id group by 1, 2, 3, 4, 5, 6, 7, 8) r));
  end loop;
end $$;

-- ---------------------------------------------------------------- chi li legge

/* I partecipanti di un progetto (o di un programma), o di un ente nel progetto, contati adesso riga per riga: per un'azione, o per pochi giorni. */
create function app.conta_righe(p_programma uuid, p_progetto uuid, p_ente uuid, p_azione uuid, p_dal date, p_al date)
returns table (sesso text, completo boolean, v bigint[]) language plpgsql stable security definer
-- un piano per ogni chiamata: le condizioni nulle spariscono, e resta un indice
set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
begin
  return query select g.s, g.c, array[sum(g.n), sum(g.n) filter (where g.b & 1 <> 0), sum(g.n) filter (where g.b & 2 <> 0), sum(g.n) filter (where g.b & 4 <> 0), sum(g.n) filter (where g.b & 8 <> 0), sum(g.n) filter (where g.b & 16 <> 0), sum(g.n) filter (where g.b & 32 <> 0), sum(g.n) filter (where g.b & 64 <> 0), sum(g.n) filter (where g.b & 128 <> 0), sum(g.n) filter (where g.b & 256 <> 0), sum(g.n) filter (where g.b & 512 <> 0), sum(g.n) filter (where g.b & 1024 <> 0), sum(g.n) filter (where g.b & 2048 <> 0), sum(g.n) filter (where g.b & 4096 <> 0), sum(g.n) filter (where g.b & 8192 <> 0), sum(g.n) filter (where g.b & 16384 <> 0), sum(g.n) filter (where g.b & 32768 <> 0), sum(g.n) filter (where g.b & 65536 <> 0), sum(g.n) filter (where g.b & 131072 <> 0), sum(g.n) filter (where g.b & 262144 <> 0), sum(g.n) filter (where g.b & 524288 <> 0), sum(g.n) filter (where g.b & 1048576 <> 0), sum(g.n) filter (where g.b & 2097152 <> 0), sum(g.n) filter (where g.b & 4194304 <> 0), sum(g.n) filter (where g.b & 8388608 <> 0), sum(g.n) filter (where g.b & 16777216 <> 0), sum(g.n) filter (where g.b & 33554432 <> 0), sum(g.n) filter (where g.b & 67108864 <> 0), sum(g.n) filter (where g.b & 134217728 <> 0), sum(g.n) filter (where g.b & 268435456 <> 0), sum(g.n) filter (where g.b & 536870912 <> 0), sum(g.n) filter (where g.b & 1073741824 <> 0), sum(g.n) filter (where g.b & 2147483648 <> 0), sum(g.n) filter (where g.b & 4294967296 <> 0), sum(g.n) filter (where g.b & 8589934592 <> 0), sum(g.n) filter (where g.b & 17179869184 <> 0), sum(g.n) filter (where g.b & 34359738368 <> 0), sum(g.n) filter (where g.b & 68719476736 <> 0), sum(g.n) filter (where g.b & 137438953472 <> 0), sum(g.n) filter (where g.b & 274877906944 <> 0), sum(g.n) filter (where g.b & 549755813888 <> 0), sum(g.n) filter (where g.b & 1099511627776 <> 0), sum(g.n) filter (where g.b & 2199023255552 <> 0), sum(g.n) filter (where g.b & 4398046511104 <> 0), sum(g.n) filter (where g.b & 8796093022208 <> 0), sum(g.n) filter (where g.b & 17592186044416 <> 0), sum(g.n) filter (where g.b & 35184372088832 <> 0), sum(g.n) filter (where g.b & 70368744177664 <> 0), sum(g.n) filter (where g.b & 140737488355328 <> 0)]
    from (select coalesce(t.sesso, 'ND') as s, t.completo as c, t.segni as b, count(*)::integer as n from public.partecipante t
      where (p_ente is not null or t.conta) and (p_ente is null or t.organizzazione_id = p_ente)
        and (p_programma is null or t.programma_id = p_programma) and (p_progetto is null or t.progetto_id = p_progetto)
        and (p_dal is null or t.ingresso >= p_dal) and (p_al is null or t.ingresso <= p_al)
        and (p_azione is null or exists (select from public.frequenza f where f.partecipante_id = t.id and f.azione_id = p_azione))
      group by 1, 2, 3) g group by 1, 2;
end $$;
/* Gli stessi, dai conti per i mesi interi e riga per riga per i giorni ai bordi. Le somme di una cella possono venire in piu righe. */
create function app.somma_partecipanti(p_programma uuid, p_progetto uuid, p_ente uuid, p_azione uuid, p_dal date, p_al date)
returns table (sesso text, completo boolean, v bigint[]) language plpgsql stable security definer
set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
  -- i mesi interi: dal primo compreso all'ultimo escluso
  primo constant date := date_trunc('month', p_dal - 1) + interval '1 month';
  ultimo constant date := date_trunc('month', p_al + 1);
begin
  if p_azione is not null or primo >= ultimo then
    return query select * from app.conta_righe(p_programma, p_progetto, p_ente, p_azione, p_dal, p_al);
    return;
  end if;
  return query select n.sesso, n.completo, array[sum(n.v[1]), sum(n.v[2]), sum(n.v[3]), sum(n.v[4]), sum(n.v[5]), sum(n.v[6]), sum(n.v[7]), sum(n.v[8]), sum(n.v[9]), sum(n.v[10]), sum(n.v[11]), sum(n.v[12]), sum(n.v[13]), sum(n.v[14]), sum(n.v[15]), sum(n.v[16]), sum(n.v[17]), sum(n.v[18]), sum(n.v[19]), sum(n.v[20]), sum(n.v[21]), sum(n.v[22]), sum(n.v[23]), sum(n.v[24]), sum(n.v[25]), sum(n.v[26]), sum(n.v[27]), sum(n.v[28]), sum(n.v[29]), sum(n.v[30]), sum(n.v[31]), sum(n.v[32]), sum(n.v[33]), sum(n.v[34]), sum(n.v[35]), sum(n.v[36]), sum(n.v[37]), sum(n.v[38]), sum(n.v[39]), sum(n.v[40]), sum(n.v[41]), sum(n.v[42]), sum(n.v[43]), sum(n.v[44]), sum(n.v[45]), sum(n.v[46]), sum(n.v[47]), sum(n.v[48]), sum(n.v[49])]
    from (select c.sesso, c.completo, case when p_ente is null then c.contati else c.propri end as v from public.conto_partecipanti c
      where (p_programma is null or c.programma_id = p_programma) and (p_progetto is null or c.progetto_id = p_progetto) and (p_ente is null or c.organizzazione_id = p_ente)
        and (primo is null or c.mese >= primo) and (ultimo is null or c.mese < ultimo)) n group by 1, 2;
  if p_dal < primo then return query select * from app.conta_righe(p_programma, p_progetto, p_ente, null, p_dal, primo - 1); end if;
  if p_al >= ultimo then return query select * from app.conta_righe(p_programma, p_progetto, p_ente, null, ultimo, p_al); end if;
end $$;

/* Come in 0008, dai conti. @errore CT001 non spetta a chi chiede */
create or replace function app.conta_indicatori(p_programma uuid, p_progetto uuid, p_azione uuid, p_dal date, p_al date)
returns table (codice text, sesso text, completi boolean, valore bigint) language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if app.regione_id() is null or session_user = 'app_ente' and (p_progetto is null or not p_progetto = any (app.progetti())) then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  if not exists (select from public.programma g where g.id = p_programma and g.regione_id = app.regione_id()) then return; end if;
  return query select x.codice, coalesce(m.sesso, 'T'), s.solo, sum(x.n)::bigint from app.somma_partecipanti(p_programma, p_progetto, null, p_azione, p_dal, p_al) m
    cross join unnest(array['TOTALE'] || app.codici_indicatori(), m.v) x(codice, n) cross join (values (false), (true)) s(solo)
    where x.n <> 0 and (m.completo or not s.solo) group by grouping sets ((x.codice, m.sesso, s.solo), (x.codice, s.solo));
end $$;
/* Come in 0008, dai conti: le sole persone in carico all'ente che chiede, contate tutte. */
create or replace function app.conta_indicatori_propri(p_progetto uuid, p_azione uuid, p_dal date, p_al date)
returns table (codice text, sesso text, completi boolean, valore bigint) language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if session_user <> 'app_ente' or app.organizzazione_id() is null or p_progetto is null then return; end if;
  return query select x.codice, coalesce(m.sesso, 'T'), s.solo, sum(x.n)::bigint from app.somma_partecipanti(null, p_progetto, app.organizzazione_id(), p_azione, p_dal, p_al) m
    cross join unnest(array['TOTALE'] || app.codici_indicatori(), m.v) x(codice, n) cross join (values (false), (true)) s(solo)
    where x.n <> 0 and (m.completo or not s.solo) group by grouping sets ((x.codice, m.sesso, s.solo), (x.codice, s.solo));
end $$;
/* Come in 0008: dal solo indice dei record incompleti. @errore CT001 non spetta a chi chiede */
create or replace function app.partecipanti_incompleti(p_progetto uuid) returns table (organizzazione_id uuid, campo text, valore bigint)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if app.regione_id() is null or session_user = 'app_ente' and not p_progetto = any (app.progetti()) then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  if not exists (select from public.progetto p where p.id = p_progetto and p.regione_id = app.regione_id()) then return; end if;
  return query
  with gruppi as (
    select t.organizzazione_id as ente, t.sesso is null as sesso, t.eta is null as eta, t.isced is null as titolo, t.condizione is null as condizione, count(*) as n
    from public.partecipante t where t.conta and not t.completo and t.progetto_id = p_progetto group by 1, 2, 3, 4, 5
  )
  select g.ente, m.campo, sum(g.n)::bigint from gruppi g
  cross join lateral (values ('QUALCUNO', true), ('SESSO', g.sesso), ('ETA', g.eta), ('TITOLO', g.titolo), ('CONDIZIONE', g.condizione)) m(campo, manca)
  where m.manca group by 1, 2;
end $$;

do $$
declare f text;
begin
  foreach f in array array['app.scrivi_variazioni(app.variazione[])', 'app.conta_scritti()', 'app.riconta_partecipanti()',
    'app.conta_righe(uuid, uuid, uuid, uuid, date, date)', 'app.somma_partecipanti(uuid, uuid, uuid, uuid, date, date)'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.riconta_partecipanti() to app_sistema;
select app.riconta_partecipanti();

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
