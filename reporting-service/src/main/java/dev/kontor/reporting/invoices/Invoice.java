package dev.kontor.reporting.invoices;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.reporting.PostAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A document as billing-service sends it; members that are not printed are passed over.
 *
 * @param cancels the document it takes back; null for others
 * @param facturX the same in the syntax of programs, which the file carries
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Invoice(
        @NotNull String number,
        @NotNull String kind,
        UUID cancels,
        @NotNull List<@NotNull @Valid Preceding> preceding,
        @NotNull YearMonth month,
        @NotNull LocalDate issueDate,
        @NotNull LocalDate dueDate,
        @NotNull @Valid Period period,
        @NotNull String currency,
        @NotNull @Valid Seller seller,
        @NotNull @Valid Buyer buyer,
        @NotNull List<@NotNull @Valid Line> lines,
        @NotNull List<@NotNull @Valid Tax> taxes,
        @NotNull @Valid Amount net,
        @NotNull @Valid Amount tax,
        @NotNull @Valid Amount gross,
        @NotNull @Valid Amount setOff,
        @NotNull @Valid Amount payable,
        String contentHash,
        @NotNull byte[] facturX) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Preceding(@NotNull String number, @NotNull LocalDate issueDate) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Period(@NotNull LocalDate from, @NotNull LocalDate to) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Seller(
            @NotNull String legalName,
            @NotNull @Valid PostAddress address,
            String vatId,
            String taxNumber,
            String electronicAddress,
            String iban,
            String bic) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Buyer(
            @NotNull String legalName,
            @NotNull @Valid PostAddress address,
            String vatId,
            String buyerReference,
            String purchaseOrder) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Amount(@NotNull BigDecimal amount, @NotNull String currency) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(
            UUID customerId,
            String customerName,
            @NotNull String productName,
            @NotNull BigDecimal quantity,
            @NotNull BigDecimal unitPrice,
            @NotNull @Valid Amount amount,
            BigDecimal taxRate,
            YearMonth correctsMonth) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tax(
            @NotNull String category,
            @NotNull BigDecimal rate,
            @NotNull @Valid Amount base,
            @NotNull @Valid Amount tax,
            String reason) {}

    BigDecimal sumOfLines() {
        return lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Which title it bears. */
    String title() {
        if (cancels != null) {
            return "cancellation";
        }
        return kind.equals("credit-note") ? "credit-note" : "invoice";
    }
}
