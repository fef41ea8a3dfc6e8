// From a new partner to its statement, with the client that openapi-typescript made from the served document.
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/kontor.js";

type Contact = components["schemas"]["Contact"];

const contact: Contact = {
  firstName: "Petra",
  lastName: "Krüger",
  email: "petra.krueger@example.com",
  phone: "+493012345678",
  address: { lines: ["Torstraße 1"], city: "Berlin", countryCode: "DE", postalCode: "10115" },
};

/** The last line that a script of the suite prints. */
function script(name: string, ...args: string[]): string {
  const printed = execFileSync(`${process.env.KONTOR_DEPLOY}/${name}`, args, { encoding: "utf8" });
  return printed.trimEnd().split("\n").at(-1) ?? "";
}

/** Asks for JSON, and so has no statement as CSV or PDF among its types. */
type Media = "application/json" | "application/problem+json";

function client(token: string) {
  return createClient<paths, Media>({
    baseUrl: process.env.KONTOR_URL ?? "",
    headers: { Authorization: `Bearer ${token}`, Accept: "application/json, application/problem+json" },
  });
}

/** What was answered; a refusal ends the walk. */
function answered<T>(answer: { data?: T; error?: unknown }): T {
  assert.ok(answer.data !== undefined, `refused: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

/** What the document promises to be there. */
function there<T>(value: T | null | undefined): T {
  assert.ok(value !== undefined && value !== null);
  return value;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, "waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const operator = client(script("token", "vendor-operator"));
const partner = answered(
  await operator.POST("/v1/partners", {
    body: { name: "Generated TypeScript", programs: ["msp-flex"], region: "DE", currency: "EUR", locale: "de", contact },
  }),
);
const admin = client(script("token", "partner-super-admin", "--partner", there(partner.id)));

const trial = answered(
  await admin.POST("/v1/customers", {
    params: { header: { "Idempotency-Key": randomUUID() } },
    body: { name: "Bäckerei Müller", region: "DE", accountType: "trial", contact, products: ["endpoint-advanced"] },
  }),
);
const customerId = there(trial.id);
assert.equal(trial.partnerAssistance?.state, "on");

const inTrial = { params: { path: { customerId } } };
const licenses = answered(await admin.GET("/v1/customers/{customerId}/licenses", inTrial));
assert.deepEqual(there(licenses.items).map((license) => license.type), ["trial"]);

const launch = answered(await admin.POST("/v1/customers/{customerId}/launch", inTrial));
const code = there(new URL(there(launch.launchUrl)).searchParams.get("code"));
const session = client(there(answered(await admin.POST("/v1/launch-sessions", { body: { code } })).accessToken));
assert.equal(answered(await session.GET("/v1/whoami")).customerId, customerId);
answered(await session.GET("/v1/customers/{customerId}/dashboards", inTrial));

const customer = client(script("token", "customer-admin", "--customer", customerId));
const off = answered(
  await customer.PUT("/v1/customers/{customerId}/partner-assistance", { ...inTrial, body: { state: "off" } }),
);
assert.equal(off.state, "off");
const refused = await admin.GET("/v1/customers/{customerId}/dashboards", inTrial);
assert.equal(refused.response.status, 403);
const problem: components["schemas"]["Problem"] = there(refused.error);
assert.equal(problem.code, "partner-assistance-off");

const monthly = answered(
  await admin.POST("/v1/customers", {
    body: {
      name: "Spedition Weiß",
      region: "DE",
      accountType: "monthly",
      contact,
      products: ["endpoint-advanced"],
      acceptTerms: true,
    },
  }),
);
const now = new Date(script("clock"));
const month = now.toISOString().slice(0, 7);
const reporter = client(script("token", "usage-reporter"));
const receipt = answered(
  await reporter.POST("/v1/usage-records", {
    body: [
      {
        eventId: `typescript-${randomUUID()}`,
        customerId: there(monthly.id),
        product: "endpoint-advanced",
        observedAt: new Date(now.getTime() + 1000).toISOString(),
        quantity: 25,
      },
    ],
  }),
);
assert.equal(receipt.stored, 1);

const graceEnded = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 4, 0, 1));
script("clock", graceEnded.toISOString());
const job = answered(await operator.POST("/v1/billing-periods/{month}/close", { params: { path: { month } } }));
const jobId = there(job.id);
await until(async () => {
  const { state } = answered(await operator.GET("/v1/jobs/{jobId}", { params: { path: { jobId } } }));
  return state === "succeeded";
});

const statements = answered(await admin.GET("/v1/statements", { params: { query: { month } } }));
const [listed, ...others] = there(statements.items);
assert.equal(others.length, 0);
const statementId = there(listed?.id);
const statement = answered(await admin.GET("/v1/statements/{statementId}", { params: { path: { statementId } } }));
assert.equal(statement.state, "final");
assert.ok(Number(there(statement.total?.amount)) > 0);
console.log(`TypeScript: statement ${statement.number} over ${statement.total?.amount} ${statement.total?.currency}`);
