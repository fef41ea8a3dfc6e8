-- Roles of one service, run as superuser in any database of the cluster; safe to repeat.
-- Placeholders: ${service}, ${owner_password}, ${app_password}. database.sql follows, inside the service's own database.
--
-- ${service}_owner migrates and owns every table. ${service}_app is what the service logs in as: it owns nothing, inherits nothing
-- and sees no row until a transaction takes on one of the five roles below (SET LOCAL ROLE), whose policies decide what it may see.
do $$
declare
    name text;
begin
    foreach name in array array['owner', 'app', 'tenant', 'customer', 'operator', 'reporter', 'worker'] loop
        if not exists (select from pg_roles where rolname = '${service}_' || name) then
            execute format('create role %I', '${service}_' || name);
        end if;
    end loop;
end
$$;

alter role ${service}_owner login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${owner_password}';
alter role ${service}_app login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${app_password}';
alter role ${service}_tenant nologin nosuperuser nobypassrls;
alter role ${service}_customer nologin nosuperuser nobypassrls;
alter role ${service}_operator nologin nosuperuser nobypassrls;
alter role ${service}_reporter nologin nosuperuser nobypassrls;
alter role ${service}_worker nologin nosuperuser nobypassrls;

grant ${service}_tenant, ${service}_customer, ${service}_operator, ${service}_reporter, ${service}_worker
    to ${service}_app with inherit false, set true;

-- The services read by cursor, which never runs a plan's parallel workers: one that counts on them is a slow one.
alter role ${service}_app set max_parallel_workers_per_gather = 0;
