/**
 * Decides whether a partner may act inside a customer's account, and has every decision recorded before the call goes
 * on (domain.md, rules 13 to 15; architecture.md, decisions 5, 8 and 9).
 *
 * <p>Memory alone only ever says yes, and only while it is known to be new; every no, and every doubt, is the owner's.
 */
package dev.kontor.gateway.consent;
