package dev.kontor.customers;

import java.util.UUID;

/**
 * Somebody of a partner is shut out, or all of it, or somebody wherever it shows up; told in the transaction that decides so.
 *
 * @param partnerId the vendor's where it is meant everywhere
 * @param subject null where it is the whole partner
 */
public record ShutOut(UUID partnerId, String subject) {}
