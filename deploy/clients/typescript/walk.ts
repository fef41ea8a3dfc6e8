// From a new partner to its statement, with @kontor/client.
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { clientCredentials, type components, isProblem, Kontor } from "@kontor/client";

const baseUrl = process.env.KONTOR_URL ?? "";

const contact: components["schemas"]["Contact"] = {
  firstName: "Petra",
  lastName: "Krüger",
  email: "petra.krueger@example.com",
  phone: "+493012345678",
  address: { lines: ["Torstraße 1"], city: "Berlin", countryCode: "DE", postalCode: "10115" },
};

/** What a script of the suite prints. */
function script(name: string, ...args: string[]): string[] {
  return execFileSync(`${process.env.KONTOR_DEPLOY}/${name}`, args, { encoding: "utf8" }).trimEnd().split("\n");
}

function lastLine(name: string, ...args: string[]): string {
  return script(name, ...args).at(-1) ?? "";
}

function caller(...who: string[]): Kontor {
  return new Kontor({ baseUrl, token: lastLine("token", ...who) });
}

/** The partner's automation client, with the credentials that the suite prints. */
function automation(partner: string, ...scopes: string[]): Kontor {
  const printed = Object.fromEntries(script("token", "--client", "--partner", partner).map((line) => line.split("=", 2)));
  const { TOKEN_URL: tokenUrl = "", CLIENT_ID: clientId = "", CLIENT_SECRET: clientSecret = "" } = printed;
  return new Kontor({ baseUrl, token: clientCredentials({ tokenUrl, clientId, clientSecret, scopes }) });
}

const operator = caller("vendor-operator");
const { data: partner } = await operator.post("/v1/partners", {
  body: { name: "Generated TypeScript", programs: ["msp-flex"], region: "DE", currency: "EUR", locale: "de", contact },
});
const admin = caller("partner-super-admin", "--partner", partner.id);

const { data: trial } = await admin.post("/v1/customers", {
  body: { name: "Bäckerei Müller", region: "DE", accountType: "trial", contact, products: ["endpoint-advanced"] },
});
assert.equal(trial.partnerAssistance.state, "on");
const inTrial = { path: { customerId: trial.id } };
const { data: licenses } = await admin.get("/v1/customers/{customerId}/licenses", inTrial);
assert.deepEqual(licenses.items.map((license) => license.type), ["trial"]);

const { data: launch } = await admin.post("/v1/customers/{customerId}/launch", inTrial);
const code = new URL(launch.launchUrl).searchParams.get("code") ?? "";
const { data: entered } = await new Kontor({ baseUrl }).post("/v1/launch-sessions", { body: { code } });
const session = new Kontor({ baseUrl, token: entered.accessToken });
assert.equal((await session.get("/v1/whoami")).data.customerId, trial.id);
await session.get("/v1/customers/{customerId}/dashboards", inTrial);

const customer = caller("customer-admin", "--customer", trial.id);
const { data: off } = await customer.put("/v1/customers/{customerId}/partner-assistance", { ...inTrial, body: { state: "off" } });
assert.equal(off.state, "off");
await assert.rejects(admin.get("/v1/customers/{customerId}/dashboards", inTrial), (error) => isProblem(error, "partner-assistance-off"));

const { data: monthly } = await admin.post("/v1/customers", {
  body: { name: "Spedition Weiß", region: "DE", accountType: "monthly", contact, products: ["endpoint-advanced"], acceptTerms: true },
});
const seen: string[] = [];
for await (const one of automation(partner.id, "customers:read").paginate("/v1/customers", { query: { limit: 1 } })) {
  seen.push(one.id);
}
assert.deepEqual(new Set(seen), new Set([trial.id, monthly.id]));

const now = new Date(lastLine("clock"));
const month = now.toISOString().slice(0, 7);
const { data: receipt } = await caller("usage-reporter").post("/v1/usage-records", {
  body: [
    {
      eventId: `typescript-${randomUUID()}`,
      customerId: monthly.id,
      product: "endpoint-advanced",
      observedAt: new Date(now.getTime() + 1000).toISOString(),
      quantity: 25,
    },
  ],
});
assert.equal(receipt.stored, 1);

script("clock", new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 4, 0, 1)).toISOString());
const { data: job } = await operator.post("/v1/billing-periods/{month}/close", { path: { month } });
assert.equal((await operator.ended(job)).state, "succeeded");

const billing = automation(partner.id, "billing:read");
const { data: statements } = await billing.get("/v1/statements", { query: { month } });
const [listed, ...others] = statements.items;
assert.ok(listed);
assert.equal(others.length, 0);
const { data: statement } = await billing.get("/v1/statements/{statementId}", { path: { statementId: listed.id } });
assert.equal(statement.state, "final");
assert.ok(Number(statement.total.amount) > 0);
const printed = await billing.read("/v1/statements/{statementId}", "application/pdf", { path: { statementId: listed.id } });
assert.equal((await printed.text()).slice(0, 5), "%PDF-");
console.log(`TypeScript: statement ${statement.number} over ${statement.total.amount} ${statement.total.currency}`);
