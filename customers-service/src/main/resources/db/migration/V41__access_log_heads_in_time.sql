-- Nobody, not even the owner of the tables, changes or removes an entry.
create function kontor.refuse_change() returns trigger language plpgsql
as $$ begin raise exception '% is immutable', tg_table_name using errcode = 'integrity_constraint_violation'; end $$;
create trigger immutable before update or delete or truncate on access_log execute function kontor.refuse_change();

-- Of a customer's chains, one for each partner that left entries, the one that was added to last is the one readers are shown the head of.
alter table access_log_head add column moved_at timestamptz not null default clock_timestamp();
