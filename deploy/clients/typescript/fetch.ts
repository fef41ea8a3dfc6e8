// The first call with the client that openapi-fetch makes of the document's types: a refusal is typed, too.
import { strict as assert } from "node:assert";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/kontor.js";

const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.env.KONTOR_URL ?? "" });
const { error, response } = await client.GET("/v1/customers", { params: { query: { limit: 1 } } });
const problem: components["schemas"]["Problem"] | undefined = error;
assert.equal(response.status, 401);
assert.equal(problem?.code, "unauthenticated");
console.log("openapi-fetch: a typed refusal");
