"""Prints the id and name of every customer, page by page. Needs Python 3 alone."""
import base64, json, os, sys, urllib.error, urllib.parse, urllib.request

KONTOR = os.environ.get("KONTOR", "https://kontor.example")
TOKEN_URL = os.environ.get("TOKEN_URL", "https://issuer.example/token")


def call(url, headers, form=None):
    body = None if form is None else urllib.parse.urlencode(form).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        sys.exit(refused.read().decode())


client = f"{os.environ['CLIENT_ID']}:{os.environ['CLIENT_SECRET']}"
token = call(
    TOKEN_URL,
    {"Authorization": "Basic " + base64.b64encode(client.encode()).decode()},
    {"grant_type": "client_credentials", "scope": "customers:read"},
)["access_token"]

cursor = None
while True:
    query = urllib.parse.urlencode({"limit": 200, **({"cursor": cursor} if cursor else {})})
    page = call(f"{KONTOR}/v1/customers?{query}", {"Authorization": f"Bearer {token}"})
    for customer in page["items"]:
        print(customer["id"], customer["displayName"])
    cursor = page["nextCursor"]
    if cursor is None:
        break
