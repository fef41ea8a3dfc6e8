/** Makes, while the gateway is built, one published document of what the services document and the policy decides. */
package dev.kontor.gateway.openapi;
