package dev.kontor.licensing.licenses;

import dev.kontor.licensing.accounts.AccountType;
import java.time.Instant;

/** An account is billed another way, beside the state after it. */
record BillingTypeChanged(AccountType from, AccountType to, Instant at, String by, ChangeCause cause) {}
