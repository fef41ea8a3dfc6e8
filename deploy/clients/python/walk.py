"""From a new partner to its statement, with the client that OpenAPI Generator made from the served document."""

import os
import subprocess
import time
import uuid
from datetime import datetime, timedelta, timezone
from urllib.parse import parse_qs, urlsplit

import kontor
from kontor.exceptions import ForbiddenException
from kontor.models import (
    Address,
    Contact,
    CreateCustomer,
    DecimalInput,
    LaunchSessionInput,
    PartnerAssistanceInput,
    PartnerInput,
    Problem,
    UsageRecord,
)

PRODUCT = "endpoint-advanced"
PATIENCE = 60


def script(name, *arguments):
    """The last line that a script of the suite prints."""
    command = [os.path.join(os.environ["KONTOR_DEPLOY"], name), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]


def with_token(token):
    return kontor.ApiClient(kontor.Configuration(host=os.environ["KONTOR_URL"], access_token=token))


def client(*caller):
    return with_token(script("token", *caller))


contact = Contact(
    first_name="Petra",
    last_name="Krüger",
    email="petra.krueger@example.com",
    phone="+493012345678",
    address=Address(lines=["Torstraße 1"], city="Berlin", country_code="DE", postal_code="10115"),
)


def customer(name, account_type, **more):
    return CreateCustomer(name=name, region="DE", account_type=account_type, contact=contact, products=[PRODUCT], **more)


operator = client("vendor-operator")
partner = kontor.PartnersApi(operator).create_partner(
    PartnerInput(
        name="Generated Python", programs=["msp-flex"], region="DE", currency="EUR", locale="de", contact=contact
    )
)
admin = client("partner-super-admin", "--partner", str(partner.id))

trial = kontor.CustomersApi(admin).create_customer(
    customer("Bäckerei Müller", "trial"), idempotency_key=str(uuid.uuid4())
)
assert trial.partner_assistance.state == "on"
licenses = kontor.LicensesApi(admin).list_licenses_of_customer(trial.id)
assert [one.type for one in licenses.items] == ["trial"]

launch = kontor.LaunchesApi(admin).launch_customer(trial.id)
code = parse_qs(urlsplit(launch.launch_url).query)["code"][0]
session = with_token(kontor.LaunchesApi(admin).exchange_launch_code(LaunchSessionInput(code=code)).access_token)
assert kontor.CallersApi(session).who_am_i().customer_id == trial.id
kontor.DashboardsAndReportsApi(session).list_dashboards(trial.id)

kontor.PartnerAssistanceApi(client("customer-admin", "--customer", str(trial.id))).put_partner_assistance(
    trial.id, PartnerAssistanceInput(state="off")
)
try:
    kontor.DashboardsAndReportsApi(admin).list_dashboards(trial.id)
    raise SystemExit("answered, not refused")
except ForbiddenException as refused:
    assert isinstance(refused.data, Problem), refused.data
    assert refused.data.code == "partner-assistance-off"

monthly = kontor.CustomersApi(admin).create_customer(customer("Spedition Weiß", "monthly", accept_terms=True))
now = datetime.fromisoformat(script("clock").replace("Z", "+00:00"))
month = now.strftime("%Y-%m")
receipt = kontor.UsageApi(client("usage-reporter")).post_usage_records(
    [
        UsageRecord(
            event_id=f"python-{uuid.uuid4()}",
            customer_id=monthly.id,
            product=PRODUCT,
            observed_at=now + timedelta(seconds=1),
            quantity=DecimalInput("25"),
        )
    ]
)
assert receipt.stored == 1

following = (now.replace(day=1) + timedelta(days=32)).replace(day=4, hour=0, minute=1, second=0, microsecond=0)
script("clock", following.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"))
job = kontor.BillingPeriodsApi(operator).close_billing_period(month)
deadline = time.monotonic() + PATIENCE
while kontor.JobsApi(operator).get_job(job.id).state != "succeeded":
    assert time.monotonic() < deadline, "waited in vain"
    time.sleep(0.2)

(listed,) = kontor.StatementsApi(admin).list_statements(month=month).items
statement = kontor.StatementsApi(admin).get_statement(listed.id)
assert statement.state == "final"
assert float(statement.total.amount) > 0
print(f"Python: statement {statement.number} over {statement.total.amount} {statement.total.currency}")
