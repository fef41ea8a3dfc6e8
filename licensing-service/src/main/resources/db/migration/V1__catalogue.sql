-- What the vendor sells. No tenant table: every principal may read it.
create table products (
    code text primary key check (length(code) <= 60 and code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null check (length(name) between 1 and 120),
    category text not null check (category in ('ENDPOINT', 'SERVER', 'UEM', 'EMAIL', 'MOBILE', 'ENCRYPTION',
        'PHISH_THREAT', 'FIREWALL', 'CLOUD', 'ZTNA', 'XDR', 'MDR')),
    unit text not null check (unit in ('USER', 'DEVICE', 'SERVER', 'MAILBOX')),
    monthly boolean not null,
    former_names text[] not null default '{}',
    version bigint not null default 0,
    -- Rows of a migration have no event yet; the service emits it at its next start.
    announced boolean not null default false,
    constraint monthly_category check (not monthly or category in ('ENDPOINT', 'SERVER', 'UEM'))
);

grant select on products to ${service}_tenant, ${service}_customer, ${service}_reporter;
grant select, insert, update on products to ${service}_operator, ${service}_worker;

insert into products (code, name, category, unit, monthly, former_names) values
    ('endpoint-essentials', 'Endpoint Essentials', 'ENDPOINT', 'USER', true, '{Endpoint Standard}'),
    ('endpoint-advanced', 'Endpoint Advanced', 'ENDPOINT', 'USER', true, '{}'),
    ('endpoint-complete', 'Endpoint Complete with EDR', 'ENDPOINT', 'USER', true, '{Endpoint Advanced with EDR}'),
    ('server-essentials', 'Server Essentials', 'SERVER', 'SERVER', true, '{Server Standard}'),
    ('server-advanced', 'Server Advanced', 'SERVER', 'SERVER', true, '{}'),
    ('server-complete', 'Server Complete with EDR', 'SERVER', 'SERVER', true, '{Server Advanced with EDR}'),
    ('uem-standard', 'UEM Standard', 'UEM', 'DEVICE', true, '{Mobile Control Standard}'),
    ('uem-advanced', 'UEM Advanced', 'UEM', 'DEVICE', true, '{Mobile Control Advanced}'),
    ('email-standard', 'Email Standard', 'EMAIL', 'MAILBOX', false, '{}'),
    ('email-advanced', 'Email Advanced', 'EMAIL', 'MAILBOX', false, '{}'),
    ('email-archive', 'Email Archive', 'EMAIL', 'MAILBOX', false, '{}'),
    ('mobile-standard', 'Mobile Threat Defense Standard', 'MOBILE', 'DEVICE', false, '{}'),
    ('mobile-advanced', 'Mobile Threat Defense Advanced', 'MOBILE', 'DEVICE', false, '{Mobile Security Advanced}'),
    ('encryption-standard', 'Device Encryption', 'ENCRYPTION', 'DEVICE', false, '{}'),
    ('phish-threat', 'Phish Threat Training', 'PHISH_THREAT', 'USER', false, '{}'),
    ('firewall-standard', 'Firewall Standard Protection', 'FIREWALL', 'DEVICE', false, '{}'),
    ('firewall-xstream', 'Firewall Xstream Protection', 'FIREWALL', 'DEVICE', false, '{}'),
    ('cloud-posture', 'Cloud Security Posture', 'CLOUD', 'SERVER', false, '{}'),
    ('cloud-workload', 'Cloud Workload Protection', 'CLOUD', 'SERVER', false, '{}'),
    ('ztna-access', 'Zero Trust Network Access', 'ZTNA', 'USER', false, '{}'),
    ('xdr-complete', 'XDR Complete', 'XDR', 'USER', false, '{}'),
    ('xdr-server', 'XDR for Servers', 'XDR', 'SERVER', false, '{}'),
    ('mdr-essentials', 'MDR Essentials', 'MDR', 'USER', false, '{}'),
    ('mdr-complete', 'MDR Complete', 'MDR', 'USER', false, '{}'),
    ('mdr-complete-server', 'MDR Complete for Servers', 'MDR', 'SERVER', false, '{}');
