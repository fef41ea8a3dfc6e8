package dev.kontor.billing.ratedmonths;

import java.math.BigDecimal;
import java.util.UUID;

/** How much of a customer's quantity nobody has repeated for 31 days (domain.md rule 20). */
public record StaleLevel(UUID customerId, String product, BigDecimal quantity) {}
