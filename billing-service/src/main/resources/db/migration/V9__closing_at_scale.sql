-- A statement has a few lines or 100,000, and while most belong to one large partner, a sample takes that for the rule.
alter table statement_line alter column statement_id set (n_distinct = -0.02);

-- Led by the partner, so that its earlier months are found without reading through everybody's; a job's progress goes by month.
drop index closing_item_open;
create index closing_item_open on closing_item (partner_id, month) where state in ('pending', 'claimed');
create index closing_item_month on closing_item (month);

-- A foreign key asks once for each line, which is half of what it takes to insert 100,000 of them. Statements are never removed, so
-- it is enough to ask once for all that were inserted together.
alter table statement_line drop constraint statement_line_partner_id_statement_id_fkey;
create function kontor.require_statement() returns trigger language plpgsql
as $$
begin
    if exists (select from (select distinct partner_id, statement_id from added) a
               where not exists (select from statement s where s.partner_id = a.partner_id and s.id = a.statement_id)) then
        raise exception 'A line belongs to a statement' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;
create trigger of_a_statement after insert on statement_line referencing new table as added
    for each statement execute function kontor.require_statement();
