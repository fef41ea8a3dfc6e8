package dev.kontor.gateway.policy;

import dev.kontor.platform.web.ProblemType;

/**
 * Why the policy says no.
 *
 * @param needed what would have been needed: permissions or a programme
 */
public record Refusal(ProblemType reason, String needed) {}
