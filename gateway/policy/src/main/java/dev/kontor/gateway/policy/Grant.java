package dev.kontor.gateway.policy;

import java.util.Set;
import java.util.SortedSet;

/**
 * What a principal may do, all told: role ∩ scope, and token ∩ partner's record.
 *
 * @param byRole what the role gives before scopes narrow it, so that a refusal can say which of the two was missing
 */
public record Grant(SortedSet<String> permissions, SortedSet<String> programs, Set<String> byRole) {}
