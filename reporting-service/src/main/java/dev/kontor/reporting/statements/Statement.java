package dev.kontor.reporting.statements;

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

/** A statement as billing-service sends it; members that are not printed are passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Statement(
        UUID id,
        String number,
        @NotNull YearMonth month,
        @NotNull String state,
        Integer version,
        @NotNull String currency,
        @NotNull @Valid Amount total,
        String contentHash,
        @NotNull List<@NotNull @Valid Line> lines,
        @NotNull @Valid Partner partner,
        @Valid Party seller,
        @NotNull @Valid Party buyer) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Partner(UUID id, @NotNull String name, String logoHash) {}

    /** One of the two sides; an address and a VAT id may be missing. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Party(@NotNull String legalName, @Valid PostAddress address, String vatId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Amount(@NotNull BigDecimal amount, @NotNull String currency) {}

    /** Quantities and unit price may be missing, the amount not: it is what adds up. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(
            UUID customerId,
            String customerName,
            @NotNull String product,
            BigDecimal orderedQuantity,
            BigDecimal actualQuantity,
            BigDecimal billableQuantity,
            String countMethod,
            LocalDate asOf,
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
}
