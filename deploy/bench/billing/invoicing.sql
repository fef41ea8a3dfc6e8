-- Complete invoice data of the 1,000 partners: from now on a close makes their invoices, too.
insert into partner_invoicing (partner_id, version, data, created_at, created_by)
select id, 1, jsonb_build_object('legalName', name || ' GmbH', 'vatId', 'DE129273398', 'email', 'invoices@partner.example',
    'address', jsonb_build_object('lines', jsonb_build_array('Hafen 2'), 'city', 'Kiel', 'countryCode', 'DE', 'postalCode', '24103')),
    now(), 'bench'
from partner where name like 'Partner %';
