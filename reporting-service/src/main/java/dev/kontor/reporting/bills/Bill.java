package dev.kontor.reporting.bills;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.reporting.PostAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A customer's bill as billing-service sends it; members that are not printed are passed over.
 *
 * @param logoHash of the partner's logo; null where it has none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Bill(
        @NotNull UUID customerId,
        String customerName,
        String externalId,
        @NotNull YearMonth month,
        @NotNull @Valid Period period,
        @NotNull @Pattern(regexp = "open|draft|final") String state,
        @NotNull String currency,
        @NotNull @Valid Seller seller,
        @NotNull List<@NotNull @Valid Line> lines,
        @NotNull @Valid Amount total,
        String logoHash) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Period(@NotNull LocalDate from, @NotNull LocalDate to) {}

    /** Only the name is sure to be there. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Seller(
            @NotNull String name, String legalName, @Valid PostAddress address, String vatId, String email) {

        /** What it is called on paper. */
        String shownName() {
            return legalName == null ? name : legalName;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Amount(@NotNull BigDecimal amount, @NotNull String currency) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(
            @NotNull String productName,
            @NotNull BigDecimal quantity,
            BigDecimal unitPrice,
            @NotNull @Valid Amount amount,
            List<@NotNull @Valid Part> parts,
            YearMonth correctsMonth) {

        /** Whether it is more than so many units. */
        boolean isExplained() {
            return parts != null && parts.size() > 1;
        }
    }

    /** What an amount is made of: units, flat-fee, minimum, maximum. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(
            @NotNull @Pattern(regexp = "units|flat-fee|minimum|maximum") String part, @NotNull @Valid Amount amount) {}

    BigDecimal sumOfLines() {
        return lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whom it is for. */
    String shownCustomer() {
        return customerName == null ? customerId.toString() : customerName;
    }

    boolean isFinal() {
        return state.equals("final");
    }
}
