-- Chi e limitato si cerca una volta per istruzione e non per ogni riga: un'importazione ne scrive diecimila, e la domanda passa ogni volta dalle policy.

/* L'ente non scrive nulla su chi e limitato: ne partecipazioni ne frequenze. Le funzioni del custode (anonimizzare) passano. Le righe prima e dopo si leggono
   con due nomi fissi, e ogni comando ha il suo trigger perche PostgreSQL da a ciascuno solo le righe che ha. `offset 0` tiene la ricerca per chiave, una riga alla
   volta, anche finche la tabella non ha statistiche. @errore CT008 trattamento limitato */
create function app.rifiuta_limitate() returns trigger language plpgsql set search_path = pg_catalog as $$
declare trovata boolean := false;
begin
  if current_user <> 'app_ente' then return null; end if;
  if tg_op <> 'DELETE' then
    if tg_table_name = 'frequenza' then
      trovata := exists (select from nuove n cross join lateral (select t.persona_id from public.partecipante t where t.id = n.partecipante_id offset 0) t
        cross join lateral (select p.limitata from public.persona p where p.id = t.persona_id offset 0) p where p.limitata);
    else
      trovata := exists (select from nuove n cross join lateral (select p.limitata from public.persona p where p.id = n.persona_id offset 0) p where p.limitata);
    end if;
  end if;
  if tg_op <> 'INSERT' and not trovata then
    if tg_table_name = 'frequenza' then
      trovata := exists (select from vecchie o cross join lateral (select t.persona_id from public.partecipante t where t.id = o.partecipante_id offset 0) t
        cross join lateral (select p.limitata from public.persona p where p.id = t.persona_id offset 0) p where p.limitata);
    else
      trovata := exists (select from vecchie o cross join lateral (select p.limitata from public.persona p where p.id = o.persona_id offset 0) p where p.limitata);
    end if;
  end if;
  if trovata then raise exception 'trattamento limitato' using errcode = 'CT008'; end if;
  return null;
end $$;
revoke execute on function app.rifiuta_limitate() from public;

drop trigger a_limitata on partecipante;
drop trigger a_limitata on frequenza;
create trigger limitata_nuove after insert on partecipante referencing new table as nuove for each statement execute function app.rifiuta_limitate();
create trigger limitata_cambiate after update on partecipante referencing old table as vecchie new table as nuove for each statement execute function app.rifiuta_limitate();
create trigger limitata_tolte after delete on partecipante referencing old table as vecchie for each statement execute function app.rifiuta_limitate();
create trigger limitata_nuove after insert on frequenza referencing new table as nuove for each statement execute function app.rifiuta_limitate();
create trigger limitata_cambiate after update on frequenza referencing old table as vecchie new table as nuove for each statement execute function app.rifiuta_limitate();
create trigger limitata_tolte after delete on frequenza referencing old table as vecchie for each statement execute function app.rifiuta_limitate();

/* Resta, riga per riga, solo per le unioni e i nuclei di una persona: sono poche, e qui il valore di prima e quello di dopo sono della stessa riga. */
create or replace function app.rifiuta_limitata() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user <> 'app_ente' or (new.unita_a, new.nucleo_id) is not distinct from (old.unita_a, old.nucleo_id) then return new; end if;
  if exists (select from public.persona p where p.id in (old.id, new.unita_a) and p.limitata) then
    raise exception 'trattamento limitato' using errcode = 'CT008';
  end if;
  return new;
end $$;
