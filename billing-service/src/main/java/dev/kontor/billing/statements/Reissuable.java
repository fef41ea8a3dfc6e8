package dev.kontor.billing.statements;

import java.time.YearMonth;
import java.util.UUID;

/** What was to be issued again may be, now that it is committed; fired outside any transaction. */
public record Reissuable(UUID partnerId, YearMonth month) {}
