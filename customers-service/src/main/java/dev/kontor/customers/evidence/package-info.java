/** Decides what proves a chain's head to people who believe no database: signed Merkle roots, one a minute, on a topic that nobody shortens. */
package dev.kontor.customers.evidence;
