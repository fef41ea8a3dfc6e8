/** Gives a token that is good now; asked with the one that was refused, it gets another. */
export type TokenSource = (refused?: string) => string | Promise<string>;

export interface ClientCredentials {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** The permissions that are needed; without any the issuer's defaults. */
  scopes?: string[];
  fetch?: typeof fetch;
  now?: () => number;
}

/** A token is asked for again before it ends, by as much as a slow call takes. */
const AHEAD_MS = 60_000;

/** Tokens for a client's id and secret (RFC 6749, section 4.4): asked for when needed, kept until shortly before they end. */
export function clientCredentials(settings: ClientCredentials): TokenSource {
  const { tokenUrl, clientId, clientSecret, scopes = [], fetch: send = fetch, now = Date.now } = settings;
  let kept: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (scopes.length > 0) form.set('scope', scopes.join(' '));
    // Each of the two is encoded like a form (RFC 6749, section 2.3.1).
    const encoded = [clientId, clientSecret].map((part) => new URLSearchParams({ part }).toString().slice('part='.length));
    const answer = await send(tokenUrl, { method: 'POST', headers: { Authorization: `Basic ${btoa(encoded.join(':'))}` }, body: form });
    if (!answer.ok) throw new Error(`The issuer gave no token: ${answer.status} ${await answer.text()}`);
    const granted = (await answer.json()) as { access_token: string; expires_in?: number };
    kept = { token: granted.access_token, until: now() + (granted.expires_in ?? 300) * 1000 };
    return kept.token;
  }

  return (refused) => {
    if (kept && kept.token !== refused && now() < kept.until - AHEAD_MS) return kept.token;
    // Calls at the same time share one request.
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
