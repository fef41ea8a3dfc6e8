// A script in the style of the vendor's Node clients: JSON token, secrets in every request's headers, POST repeated on a
// 5xx, pages until one comes back empty.
//
//     node sync.mjs ID_URL CLIENT_ID CLIENT_SECRET [--month YYYY-MM] [--create NAME]
//
// Prints one JSON object of what it saw. It needs nothing but Node; another authority is trusted by NODE_EXTRA_CA_CERTS.
const [idUrl, clientId, clientSecret, ...rest] = process.argv.slice(2);
const option = name => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);

async function call(method, url, { headers = {}, body } = {}) {
    for (let attempt = 1; ; attempt++) {
        const answer = await fetch(url, {
            method,
            headers: { 'Content-Type': 'application/json', 'client-id': clientId, 'client-secret': clientSecret, ...headers },
            body: body === undefined ? undefined : JSON.stringify(body),
        });
        if (answer.status >= 500 && attempt < 4) {
            continue;
        }
        return { status: answer.status, json: await answer.json() };
    }
}

function expect(condition, what) {
    if (!condition) {
        console.error(JSON.stringify(what));
        process.exit(1);
    }
}

const token = await call('POST', `${idUrl}/api/v2/oauth2/token`, {
    body: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: 'token' },
});
expect(!token.json.errorCode || token.json.errorCode === 'success', token);
expect('refresh_token' in token.json, token);
const authorization = { Authorization: `Bearer ${token.json.access_token}` };

const me = (await call('GET', `${option('--api-url') ?? idUrl}/whoami/v1`, { headers: authorization })).json;
expect(me.idType === 'partner', me);
const host = me.apiHosts.global;
const partner = { ...authorization, 'X-Partner-ID': me.id };
const seen = { partner: me.id, host };

if (option('--create')) {
    const body = {
        name: option('--create'),
        showAs: option('--create'),
        dataGeography: 'DE',
        billingType: 'usage',
        contact: {
            firstName: 'Petra',
            lastName: 'Krüger',
            email: 'petra@example.com',
            phone: '+493012345678',
            address: { address1: 'Hauptstraße 1', address2: '', city: 'Berlin', countryCode: 'DE', postalCode: '10115' },
        },
    };
    const made = await call('POST', `${host}/partner/v1/tenants`, { headers: partner, body });
    expect(made.status === 201, made);
    seen.created = made.json.id;
    seen.repeated = (await call('POST', `${host}/partner/v1/tenants`, { headers: partner, body })).json.id;
}

const tenants = [];
for (let page = 1; ; page++) {
    const { status, json } = await call('GET', `${host}/partner/v1/tenants?page=${page}&pageSize=2&cursor=`, { headers: partner });
    expect(status === 200, json);
    if (json.items.length === 0) {
        break;
    }
    tenants.push(...json.items);
}
seen.tenants = tenants.map(tenant => tenant.id);
seen.licenses = {};
for (const tenant of tenants) {
    const { status, json } = await call('GET', `${tenant.apiHost}/licenses/v1/licenses?tenantId=${tenant.id}`, {
        headers: { ...authorization, 'X-Tenant-ID': tenant.id },
    });
    expect(status === 200, json);
    seen.licenses[tenant.id] = json.licenses.map(license => license.product.code);
}
seen.roles = (await call('GET', `${host}/partner/v1/roles`, { headers: partner })).json.items.length;

if (option('--month')) {
    const [year, month] = option('--month').split('-');
    const rows = [];
    let key = '';
    do {
        const url = `${host}/partner/v1/billing/usage/${year}/${Number(month)}?pageSize=2&pageFromKey=${encodeURIComponent(key)}`;
        const { status, json } = await call('GET', url, { headers: partner });
        expect(status === 200, json);
        rows.push(...json.items);
        key = json.pages.nextKey ?? '';
    } while (key !== '');
    // In cents, as a client does that has no decimals.
    const cents = rows.map(row => Math.round(row.billableQuantity * row.unitPrice * 100)).reduce((a, b) => a + b, 0);
    seen.rows = rows.length;
    seen.total = (cents / 100).toFixed(2);
}

const alerts = await call('GET', `${host}/common/v1/alerts`, { headers: { ...authorization, 'X-Tenant-ID': seen.tenants[0] ?? '' } });
seen.alerts = `${alerts.status} ${alerts.json.error} ${alerts.json.code}`;
console.log(JSON.stringify(seen));
