-- By which price book versions the caller's partner was billed: who sees only some customers reads no statement, but the
-- same numbers; and a book stays readable to whom it billed, also where the partner has another region by now.
create function kontor.billed_by() returns table (month date, id text, version int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select s.month, s.price_book_id, s.price_book_version from statement s
    where s.partner_id = kontor.partner_id()
      and not exists (select from statement_void v where v.partner_id = s.partner_id and v.statement_id = s.id)
$$;
revoke all on function kontor.billed_by() from public;
grant execute on function kontor.billed_by() to ${service}_tenant;

create policy tenant_reads_billed on price_book for select to ${service}_tenant
    using ((id, version) in (select b.id, b.version from kontor.billed_by() b));
