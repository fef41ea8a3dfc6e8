/**
 * Decides what a partner's statement of a month says, whether it may be issued, and keeps what was issued for good
 * (domain.md rules 24 to 26).
 */
package dev.kontor.billing.statements;
