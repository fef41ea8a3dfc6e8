package dev.kontor.customers;

import java.util.UUID;

/**
 * Somebody of a partner is shut out, or all of it; told in the transaction that decides so.
 *
 * @param subject null where it is the whole partner
 */
public record ShutOut(UUID partnerId, String subject) {}
