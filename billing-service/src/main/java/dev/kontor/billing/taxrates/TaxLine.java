package dev.kontor.billing.taxrates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * The tax of all lines at one rate.
 *
 * @param rate in percent; 0 where there is no tax
 * @param base what it is taken of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaxLine(TaxCategory category, BigDecimal rate, BigDecimal base, BigDecimal tax, String reason) {}
