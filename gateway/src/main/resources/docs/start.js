// The first page: how to get a token, one call, what next.
import { el, inline, prose, sample } from './elements.js';

const SCRIPTS = { curl: 'first.sh', TypeScript: 'first.ts', Python: 'first.py' };

/** The scripts are files of their own, so that they can be run as they are; only the addresses are put in here. */
async function scripts(tokenUrl) {
  const texts = await Promise.all(Object.entries(SCRIPTS).map(async ([language, file]) => {
    const text = await (await fetch(`/docs/${file}`)).text();
    return [language, text.replaceAll('https://kontor.example', location.origin).replaceAll('https://issuer.example/token', tokenUrl)];
  }));
  return Object.fromEntries(texts);
}

export async function start(api) {
  const flow = api.components.securitySchemes.oauth2?.flows.clientCredentials;
  const local = /^https?:\/\/(localhost|127\.|\[::1\])/.test(flow?.tokenUrl ?? '');
  const discovery = api.components.securitySchemes.openIdConnect.openIdConnectUrl;
  const [about, ...conventions] = api.info.description.trim().split(/\n\s*\n/);
  return [
    el('h1', {}, 'Kontor API'),
    el('p', { class: 'lead' }, inline(about)),
    el('ol', { class: 'steps' },
      el('li', {}, el('h2', {}, 'Get a token'),
        flow ? prose('A script has a client id and a secret. The issuer exchanges them for a token that is good for an hour, with the permissions it asks for as scopes.')
          : prose('A script has a client id and a secret, and gets a token for them from the issuer. Where, the operator of this gateway did not say; the issuer describes itself:'),
        local ? [prose('This suite runs on your own machine: one command prints the credentials of the first demo partner\'s client (`--partner NAME` for another one).'),
          sample({ shell: 'eval "$(deploy/token --client)"\nexport TOKEN_URL CLIENT_ID CLIENT_SECRET' }, 'credentials')]
          : prose('Your vendor gives out id and secret, one client for each script.'),
        el('p', {}, 'The issuer describes itself at ', el('a', { href: discovery }, discovery), '. This API names its issuers at ',
          el('a', { href: '/.well-known/oauth-protected-resource' }, '/.well-known/oauth-protected-resource'), '.'),
        flow ? el('details', {}, el('summary', {}, `The ${Object.keys(flow.scopes).length} scopes`),
          el('table', {}, Object.entries(flow.scopes).map(([scope, what]) => el('tr', {}, el('td', {}, el('code', {}, scope)), el('td', {}, what))))) : null),
      el('li', {}, el('h2', {}, 'Make the first call'),
        prose('Copy this, set `CLIENT_ID` and `CLIENT_SECRET`, run it: it gets a token and prints every customer, page by page. It needs nothing but curl, Node.js 20 or Python 3.'),
        sample(await scripts(flow?.tokenUrl ?? 'https://issuer.example/token')),
        el('p', {}, 'Refused? Every refusal has a ', el('code', {}, 'code'), ' and a page that explains it, such as ',
          el('a', { href: '/problems/scope-required' }, 'scope-required'), ' or ', el('a', { href: '/problems/unauthenticated' }, 'unauthenticated'), '.')),
      el('li', {}, el('h2', {}, 'Go on'),
        el('div', { class: 'cards' }, [
          ['listCustomers', 'Keep a copy up to date', 'Read every customer once, then what changed since.'],
          ['createCustomer', 'Create a customer', 'A trial or a monthly account, safe to repeat with a key.'],
          ['launchCustomer', 'Open a customer\'s account', 'With its consent, for a quarter of an hour at a time.'],
          ['listStatements', 'Read what is billed', 'A month, line by line, as JSON, CSV or PDF.'],
          ['reconcile', 'Check it against your own numbers', 'Upload them; the differences come back.'],
          ['followJob', 'Follow long work', 'Events until a job is done.'],
        ].filter(([id]) => api.operations.has(id)).map(([id, title, text]) => el('a', { href: api.operations.get(id).href }, el('strong', {}, title), text))))),
    el('h2', { id: 'conventions' }, 'What holds for every call'),
    conventions.flatMap(part => prose(part)),
    el('p', {}, 'Nearly every call may be answered with ', api.common.flatMap((code, i) => [i ? ', ' : '', el('a', { href: `/problems/${code}` }, el('code', {}, code))]), '. The calls below name what is theirs beside these.'),
    el('p', {}, 'For programs: ', el('a', { href: '/openapi.json' }, 'openapi.json'), ', ', el('a', { href: '/openapi.yaml' }, 'openapi.yaml'),
      ' (OpenAPI 3.1), and ', el('a', { href: '/openapi-partner-v1.json' }, 'the vendor\'s own partner API'), ' as it is spoken here.'),
  ];
}
