package dev.kontor.platform.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount in an ISO 4217 currency as the API writes it: a decimal string with the currency's digits. */
@Schema(name = "Money")
public record Money(@Schema(examples = "12.34") String amount, @Schema(examples = "EUR") String currency) {

    /**
     * Writes {@code amount} with the currency's own number of digits.
     *
     * @throws ArithmeticException when that would need rounding, which is a rule's business and not a view's
     */
    public static Money of(BigDecimal amount, String currency) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(amount.setScale(digits, RoundingMode.UNNECESSARY).toPlainString(), currency);
    }
}
