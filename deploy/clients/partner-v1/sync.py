#!/usr/bin/env python3
"""A script in the style of the vendor's Python clients: form token, whoami, numbered pages by pages.total, usage by keys.

    sync.py ID_URL CLIENT_ID CLIENT_SECRET [--ca FILE] [--month YYYY-MM] [--create NAME]

Prints one JSON object of what it saw. It knows nothing of Kontor: every address but the first comes from answers.
"""
import argparse
import json
import sys
from decimal import ROUND_HALF_UP, Decimal

try:
    import requests
except ImportError:
    sys.exit("python3 has no module requests (Debian: python3-requests); nothing was run")


def token(id_url, client_id, client_secret, verify):
    answer = requests.post(
        f"{id_url}/api/v2/oauth2/token",
        data={"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret,
              "scope": "token"},
        verify=verify, timeout=30)
    body = answer.json()
    if body.get("errorCode") != "success":
        sys.exit(f"{answer.status_code} {body}")
    # One client makes an object of exactly these members and dies on any other.
    known = {"access_token", "token_type", "expires_in", "refresh_token", "errorCode", "message", "trackingId"}
    assert set(body) == known, body
    return body["access_token"]


class Central:

    def __init__(self, id_url, client_id, client_secret, verify):
        self.session = requests.Session()
        # Or what the machine says of certificates would go before what the caller says.
        self.session.trust_env = False
        self.session.verify = verify
        self.session.headers.update({
            "Authorization": "Bearer " + token(id_url, client_id, client_secret, verify),
            "Content-Type": "application/json"})
        self.id_url = id_url

    def get(self, url, **params):
        answer = self.session.get(url, params=params, timeout=30)
        if answer.status_code >= 400:
            # CN: the error member has to be there.
            raise LookupError(f"{answer.status_code} {answer.json()['error']} {answer.json().get('code')}")
        return answer.json()

    def whoami(self, url):
        me = self.get(url + "/whoami/v1")
        assert me["idType"] == "partner", me
        self.session.headers["X-Partner-ID"] = me["id"]
        self.host = me["apiHosts"]["global"]
        return me

    def tenants(self):
        url = self.host + "/partner/v1/tenants"
        first = self.get(url, pageTotal=True, pageSize=2)
        items = list(first["items"])
        for page in range(2, first["pages"]["total"] + 1):
            items += self.get(url, page=page, pageSize=2)["items"]
        assert len(items) == first["pages"]["items"], first["pages"]
        # AL: the whole of a tenant is unpacked into an object, and a missing member ends the run.
        for item in items:
            for member in ("id", "name", "showAs", "dataGeography", "dataRegion", "billingType", "partner",
                           "organization", "apiHost", "status", "contact"):
                item[member]
        return items

    def create(self, name):
        body = {"name": name, "dataGeography": "DE", "billingType": "usage",
                "contact": {"firstName": "Petra", "lastName": "Krüger", "email": "petra@example.com",
                            "phone": "+493012345678", "fax": "+493012345679",
                            "address": {"address1": "Hauptstraße 1", "city": "Berlin", "countryCode": "DE",
                                        "postalCode": "10115"}}}
        answer = self.session.post(self.host + "/partner/v1/tenants", json=body, timeout=30)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def usage(self, year, month):
        url = f"{self.host}/partner/v1/billing/usage/{year}/{month}"
        rows, key = [], None
        while True:
            # RB: page goes with every list.
            page = self.get(url, page=1, pageSize=2, **({"pageFromKey": key} if key else {}))
            rows += page["items"]
            key = page["pages"].get("nextKey")
            if not key:
                return rows

    def licenses(self, tenant):
        answer = self.session.get(tenant["apiHost"] + "/licenses/v1/licenses",
                                  headers={"X-Tenant-ID": tenant["id"]}, timeout=30)
        answer.raise_for_status()
        return answer.json()["licenses"]


def cost(row):
    exact = Decimal(str(row["billableQuantity"])) * Decimal(str(row["unitPrice"]))
    return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("id_url")
    options.add_argument("client_id")
    options.add_argument("client_secret")
    options.add_argument("--api-url", help="where whoami is, if not at the same address")
    options.add_argument("--ca")
    options.add_argument("--month")
    options.add_argument("--create")
    asked = options.parse_args()
    central = Central(asked.id_url, asked.client_id, asked.client_secret, asked.ca or True)
    me = central.whoami(asked.api_url or asked.id_url)
    seen = {"partner": me["id"], "host": central.host}
    if asked.create:
        made = central.create(asked.create)
        # A script that got no answer sends the same once more.
        seen["created"] = made["id"]
        seen["repeated"] = central.create(asked.create)["id"]
    tenants = central.tenants()
    seen["tenants"] = [tenant["id"] for tenant in tenants]
    seen["licenses"] = {tenant["id"]: [license["product"]["code"] for license in central.licenses(tenant)]
                        for tenant in tenants}
    seen["roles"] = len(central.get(central.host + "/partner/v1/roles")["items"])
    if asked.month:
        rows = central.usage(*asked.month.split("-"))
        seen["rows"] = len(rows)
        seen["total"] = str(sum((cost(row) for row in rows), Decimal(0)))
        for row in rows:
            # IS: not-null integer columns.
            int(row["orderedQuantity"]), int(row["billableQuantity"]), row["accountId"], row["productGroup"]
    try:
        central.get(central.host + "/common/v1/alerts", from_date_offset_minutes=60)
    except LookupError as refused:
        seen["alerts"] = str(refused)
    print(json.dumps(seen))


main()
