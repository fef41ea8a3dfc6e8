/** Decides how much one client, one partner and one address may ask of the suite, and tells them how much is left. */
package dev.kontor.gateway.limits;
