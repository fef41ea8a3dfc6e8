package dev.kontor.billing.statements;

import dev.kontor.billing.ratedmonths.BilledLine;

/** A billed line with the customer's name as it was then. */
record StatementLine(String customerName, BilledLine billed) {}
