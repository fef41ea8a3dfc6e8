-- A closed month keeps the rules it was closed under; those closed so far, and by the version before while it still serves,
-- were closed under the first.
alter table statement
    add column rules text not null default 'rules-2026a',
    -- Days without a repetition after which a level ended; null where it never did by age.
    add column levels_end_after int check (levels_end_after > 0),
    -- The place of the last usage event that had arrived; null where nobody kept it.
    add column arrivals bigint;

-- Who sees only some customers reads no statement, but what those were counted by.
create function kontor.closed_under() returns table (month date, rules text, levels_end_after int, arrivals bigint)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select s.month, s.rules, s.levels_end_after, s.arrivals from statement s
    where s.partner_id = kontor.partner_id()
      and not exists (select from statement_void v where v.partner_id = s.partner_id and v.statement_id = s.id)
$$;
revoke all on function kontor.closed_under() from public;
grant execute on function kontor.closed_under() to ${service}_tenant;

-- What a full month is billed by when products change within it.
alter table price_book add column on_product_change text not null default 'each'
    check (on_product_change in ('each', 'last'));

-- Why an amount is what it is: none on lines from before, the others only where there is more than units. Nothing was used
-- where a minimum alone is billed.
alter table statement_line
    add column units numeric,
    add column flat_fee numeric,
    add column minimum numeric,
    add column maximum numeric,
    alter column as_of drop not null;
