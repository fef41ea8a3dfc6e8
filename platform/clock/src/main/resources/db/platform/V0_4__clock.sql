-- By how much business time is ahead of real time; one row, there only where the clock is movable.
create table kontor_clock (
    only_row    boolean primary key default true check (only_row),
    offset_ms   bigint  not null
);

-- The first offset of a new database may lie in the past: that is how history is rehearsed. Later it only grows.
create function kontor.start_clock(first_ms bigint) returns bigint
    language sql security definer set search_path = public, pg_temp
as $$
    insert into kontor_clock (offset_ms) values (first_ms) on conflict do nothing;
    select offset_ms from kontor_clock;
$$;

create function kontor.move_clock(to_ms bigint) returns bigint
    language sql security definer set search_path = public, pg_temp
as $$
    insert into kontor_clock (offset_ms) values (to_ms)
        on conflict (only_row) do update set offset_ms = greatest(kontor_clock.offset_ms, excluded.offset_ms);
    select offset_ms from kontor_clock;
$$;

create function kontor.clock_offset() returns bigint
    language sql stable security definer set search_path = public, pg_temp
as $$ select coalesce(max(offset_ms), 0)::bigint from kontor_clock $$;

revoke all on function kontor.start_clock(bigint), kontor.move_clock(bigint), kontor.clock_offset() from public;
grant execute on function kontor.start_clock(bigint), kontor.move_clock(bigint), kontor.clock_offset() to ${service}_app;
