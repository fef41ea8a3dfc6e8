-- Personal values stand beside what the chain's hash covers: a commitment to each, of a salt and the value (decision 028). Both can be
-- erased, and no hash changes. Without a commitment an entry is in the first form: its hash covers the values themselves.
alter table access_log
    alter column subject drop not null,
    add column subject_salt bytea,
    add column subject_commitment bytea,
    add column actor_salt bytea,
    add column actor_commitment bytea;

-- What a chain ended with in the first form; signed and published together with what it ends with since.
create table access_log_rechained (
    partner_id  uuid   not null,
    customer_id uuid   not null,
    seq         bigint not null,
    old_hash    bytea  not null,
    new_hash    bytea  not null,
    primary key (partner_id, customer_id)
);
alter table access_log_rechained enable row level security;
grant select on access_log_rechained to ${service}_worker;
create policy worker_reads on access_log_rechained for select to ${service}_worker using (true);

create function kontor.hashed(field bytea) returns bytea language sql immutable
as $$ select coalesce(int4send(octet_length(field)) || field, int4send(-1)) $$;

create function kontor.hashed(field text) returns bytea language sql immutable
as $$ select kontor.hashed(convert_to(field, 'UTF8')) $$;

-- As Java writes an instant: no fraction, or three digits, or six.
create function kontor.written(at timestamptz) returns text language sql stable
as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        || case when extract(microseconds from at)::bigint % 1000000 = 0 then ''
                when extract(microseconds from at)::bigint % 1000 = 0 then to_char(at, '.MS')
                else to_char(at, '.US') end || 'Z'
$$;

create function kontor.hashed(entry access_log, form bytea, before bytea, subject bytea, actor bytea) returns bytea language sql stable
as $$
    select sha256(form || before || int8send(entry.seq)
        || kontor.hashed(entry.id::text) || kontor.hashed(entry.partner_id::text) || kontor.hashed(entry.customer_id::text)
        || kontor.hashed(subject) || kontor.hashed(entry.role) || kontor.hashed(actor) || kontor.hashed(entry.action)
        || kontor.hashed(entry.path) || kontor.hashed(entry.outcome) || kontor.hashed(entry.reason)
        || kontor.hashed(kontor.written(entry.at)) || kontor.hashed(entry.trace_id))
$$;

-- Every chain once, as far as it holds: from an entry on that does not, it stays as it is, and as broken as it was.
alter table access_log disable trigger immutable;
do $$
declare
    head    access_log_head;
    entry   access_log;
    old     bytea;
    made    bytea;
begin
    for head in select * from access_log_head where seq > 0 for update loop
        old := decode(repeat('00', 32), 'hex');
        made := old;
        for entry in select * from access_log a
                where a.partner_id = head.partner_id and a.customer_id = head.customer_id order by seq loop
            old := kontor.hashed(entry, '', old, convert_to(entry.subject, 'UTF8'), convert_to(entry.actor, 'UTF8'));
            exit when old <> entry.hash;
            entry.subject_salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
            entry.subject_commitment := sha256(entry.subject_salt || convert_to(entry.subject, 'UTF8'));
            if entry.actor is not null then
                entry.actor_salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
                entry.actor_commitment := sha256(entry.actor_salt || convert_to(entry.actor, 'UTF8'));
            end if;
            made := kontor.hashed(entry, '\x02', made, entry.subject_commitment, entry.actor_commitment);
            update access_log a
                set subject_salt = entry.subject_salt, subject_commitment = entry.subject_commitment,
                    actor_salt = entry.actor_salt, actor_commitment = entry.actor_commitment, hash = made
                where a.partner_id = entry.partner_id and a.customer_id = entry.customer_id and a.seq = entry.seq;
        end loop;
        if old = head.hash then
            update access_log_head h set hash = made where h.partner_id = head.partner_id and h.customer_id = head.customer_id;
            insert into access_log_rechained values (head.partner_id, head.customer_id, head.seq, head.hash, made);
        end if;
    end loop;
end
$$;
alter table access_log enable trigger immutable;

drop function kontor.hashed(access_log, bytea, bytea, bytea, bytea);
drop function kontor.hashed(text);
drop function kontor.hashed(bytea);
drop function kontor.written(timestamptz);

-- All that may ever change of an entry: that a personal value and its salt go.
create function kontor.refuse_all_but_erasing() returns trigger language plpgsql
as $$
declare
    erased access_log := old;
begin
    if new.subject is null and old.subject_commitment is not null then
        erased.subject := null;
        erased.subject_salt := null;
    end if;
    if new.actor is null and old.actor_commitment is not null then
        erased.actor := null;
        erased.actor_salt := null;
    end if;
    if new is distinct from erased then
        raise exception '% is immutable', tg_table_name using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
drop trigger immutable on access_log;
create trigger immutable before delete or truncate on access_log execute function kontor.refuse_change();
create trigger erased_at_most before update on access_log for each row execute function kontor.refuse_all_but_erasing();
