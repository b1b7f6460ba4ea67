-- Una tornata o un'ondata inventata per la dimostrazione lo dice: sullo schermo e nei dati che si scaricano. La scrivono solo i comandi da terminale.
alter table tornata_codifica add column dimostrativo boolean not null default false;
alter table ondata_rete add column dimostrativo boolean not null default false;
