/** Turns a partner's statement, which billing-service owns, into pages whose carried sums end in its total. */
package dev.kontor.reporting.statements;
