-- Inside the database ${service}, owned by ${service}_owner, run as superuser after roles.sql; safe to repeat.
revoke all on database ${service} from public;
grant connect on database ${service} to ${service}_app;

revoke all on schema public from public;
grant usage on schema public
    to ${service}_app, ${service}_tenant, ${service}_customer, ${service}_operator, ${service}_reporter, ${service}_worker;

-- Extensions need a superuser, so migrations can count on them but never create them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;
