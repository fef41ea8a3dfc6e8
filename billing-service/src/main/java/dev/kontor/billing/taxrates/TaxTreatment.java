package dev.kontor.billing.taxrates;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How everything on one invoice is taxed: it follows from who sells to whom.
 *
 * @param reason the sentence that says why there is no tax; null in category S
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaxTreatment(TaxCategory category, String reason) {}
