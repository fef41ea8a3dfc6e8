-- Why the name of a customer did not get to the CRM of its partner: a reason, and behind a blank the CRM's own code.
alter table customer add column crm_failure text;
