/** Carries into a service's document what its annotations say of problems and of the protocol, for the gateway to publish. */
package dev.kontor.platform.web.document;
