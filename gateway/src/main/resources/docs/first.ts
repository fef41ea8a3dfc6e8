// Prints the id and name of every customer, page by page. Needs Node.js 20; as first.mjs it runs without a compiler.
const { CLIENT_ID, CLIENT_SECRET, KONTOR = 'https://kontor.example', TOKEN_URL = 'https://issuer.example/token' } = process.env;

const granted = await fetch(TOKEN_URL, {
  method: 'POST',
  headers: { Authorization: `Basic ${btoa(`${CLIENT_ID}:${CLIENT_SECRET}`)}` },
  body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'customers:read' }),
});
if (!granted.ok) throw new Error(await granted.text());
const { access_token: token } = await granted.json();

let cursor = null;
do {
  const address = new URL('/v1/customers?limit=200', KONTOR);
  if (cursor) address.searchParams.set('cursor', cursor);
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(await answer.text());
  const page = await answer.json();
  for (const customer of page.items) console.log(customer.id, customer.displayName);
  cursor = page.nextCursor;
} while (cursor);
