package dev.kontor.gateway.consent;

import dev.kontor.gateway.policy.Principal;
import java.util.UUID;

/**
 * One call of a partner into a customer's account.
 *
 * @param action method and path template
 * @param path as it was called
 */
public record Attempt(Principal principal, UUID customerId, String action, String path, String traceId) {}
