-- Where what came of a request is found, for answers that are not kept.
alter table idempotency_key add column location text;
grant update (location) on idempotency_key
    to ${service}_tenant, ${service}_customer, ${service}_operator, ${service}_reporter, ${service}_worker;
