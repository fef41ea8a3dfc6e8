package dev.kontor.billing.partnerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of a statement in the vendor's members.
 *
 * @param orderNumber the statement's, and with the line a name for good: statements never change
 * @param productGroup the product's unit, which clients sum by
 * @param orderedQuantity 0 where none was ordered: clients keep it where nothing may be missing
 * @param currency Kontor's own member
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsageRow(
        UUID partnerAccountId,
        String partnerAccountName,
        LocalDate billingStartDate,
        LocalDate billingEndDate,
        String orderNumber,
        int orderLineItemNumber,
        String productCode,
        String sku,
        String productDescription,
        String productGroup,
        Number actualQuantity,
        Number billableQuantity,
        Number orderedQuantity,
        Number unitPrice,
        String currency,
        UUID accountId,
        String assignedAccountIdentifier,
        String externalId) {}
