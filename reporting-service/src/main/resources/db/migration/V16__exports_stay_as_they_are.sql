-- A frozen snapshot has a content hash: nobody, not even the owner of the tables, changes one. They go by age, one by one.
create function kontor.refuse_change() returns trigger language plpgsql
as $$ begin raise exception '% is immutable', tg_table_name using errcode = 'integrity_constraint_violation'; end $$;
create trigger immutable before update or truncate on exports execute function kontor.refuse_change();
