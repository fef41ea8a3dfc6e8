package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.customers.AccountType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * How licensing-service bills an account now, as it tells it by event and by call.
 *
 * @param version counts the changes of that account
 * @param by who changed it, where that is told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BillingType(@NotNull AccountType accountType, @Positive long version, String by) {}
