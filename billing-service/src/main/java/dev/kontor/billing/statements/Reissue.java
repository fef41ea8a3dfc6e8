package dev.kontor.billing.statements;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A partner's statement of a month was taken back and is to be issued again; fired in the same transaction.
 *
 * @param statementId the one that was taken back
 * @param at when it was
 */
public record Reissue(UUID partnerId, YearMonth month, UUID statementId, Instant at) {}
