-- Whoever is assigned a customer is named with it, also where it created or asked for it before that was so: nobody's
-- access goes unlisted. The role of a subject is not known here, so this names super-admins too. Other services need no
-- word of it: to them an administrator of whom they have no row is one that does not see all.
insert into administrator (partner_id, subject, all_customers, version)
select distinct partner_id, subject, false, 1 from assignment
on conflict do nothing;

-- A customer's administrator who approves a request connects the customer to whoever asked, and thereby names it.
grant select on assignment to ${service}_customer;
create policy own_customer on assignment for select to ${service}_customer
    using (customer_id = (select kontor.customer_id()));
grant insert on administrator to ${service}_customer;
create policy names_assigned on administrator for insert to ${service}_customer
    with check (not all_customers
                and exists (select from assignment a
                            where a.partner_id = administrator.partner_id and a.subject = administrator.subject
                              and a.customer_id = (select kontor.customer_id())));
