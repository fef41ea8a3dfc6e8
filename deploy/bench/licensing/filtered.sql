-- The statements of one request, as the service sends them: with parameters, which a planner sees in another way than values.
begin;
select set_config('role', 'licensing_tenant', true), set_config('kontor.partner_id', :partner, true),
       set_config('kontor.customer_id', '', true), set_config('kontor.subject', 'bench', true), set_config('kontor.all', 't', true),
       set_config('kontor.role', 'tenant', true), set_config('kontor.programs', 'msp-flex', true);
select l.id, l.customer_id, l.product, p.name, l.category, l.type, l.quantity, l.start_at, l.end_at, l.revoked, l.ends_at,
       a.account_type
from licenses l join products p on p.code = l.product
     join license_accounts a on a.partner_id = l.partner_id and a.customer_id = l.customer_id
where l.category = :category and l.type <> :ordered and not l.continued
  and l.type <> :trial and l.ends_at > cast(:notice as timestamptz)
order by l.ends_at, l.id fetch first :fetch rows only;
commit;
