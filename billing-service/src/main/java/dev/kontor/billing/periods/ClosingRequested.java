package dev.kontor.billing.periods;

import java.time.YearMonth;

/** There is something to close, as soon as this transaction has committed. */
record ClosingRequested(YearMonth month) {}
