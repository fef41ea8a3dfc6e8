package dev.kontor.licensing.accounts;

import java.util.UUID;

/**
 * The customer that a managed order is for, as its owner is asked to make it.
 *
 * @param by the subject that ordered
 * @param contact as the caller gave it; its owner decides whether that is acceptable
 */
public record OrderedCustomer(
        UUID partnerId, String by, String name, String region, Object contact, String externalId) {}
