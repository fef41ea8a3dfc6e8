-- Names and external ids are compared and ordered by what dev.kontor.platform.web.text.Folding makes of them; which version
-- of it made these columns is kept beside them. The service folds anew what an older one made: until then they stay what
-- they were.
alter table customer add column external_id_key text, add column folding integer not null default 0;
update customer set external_id_key = external_id where external_id is not null;
drop index customer_external_id;
create unique index customer_external_id on customer (partner_id, external_id_key) where external_id is not null;
grant update (sort_name, search_text, external_id_key, folding) on customer to ${service}_worker;

alter table customer_group add column folding integer not null default 0;
grant update (name_key, folding) on customer_group to ${service}_worker;
create policy worker_folds on customer_group for update to ${service}_worker using (true) with check (true);

alter table partner add column sort_name text not null default '', add column folding integer not null default 0;
update partner set sort_name = lower(name);
drop index partner_by_name;
create index partner_by_name on partner (sort_name, id);
grant update (sort_name, folding) on partner to ${service}_worker;
create policy worker_folds on partner for update to ${service}_worker using (true) with check (true);
