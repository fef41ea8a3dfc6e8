package dev.kontor.billing.taxrates;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.kontor.billing.parties.Country;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rate in percent.
 *
 * @param from the first day it holds
 */
@Schema(name = "TaxRate", description = "A tax rate of a country from some day on")
public record TaxRate(
        @NotBlank @Country @Schema(description = "The country whose tax it is", examples = "DE") String country,
        @NotNull @Schema(description = "Which tax it is", examples = "S") TaxCategory category,
        @NotNull
                @DecimalMin("0")
                @DecimalMax("100")
                @Digits(integer = 3, fraction = 2)
                @JsonSerialize(using = ToStringSerializer.class)
                @Schema(
                        type = SchemaType.STRING,
                        examples = "19",
                        maxLength = 6,
                        description = "In percent; taken as text or a number")
                BigDecimal rate,
        @NotNull
                @Schema(
                        description =
                                "The first day on which it applies; the next one of the same country and category ends it",
                        examples = "2007-01-01")
                LocalDate from) {

    /** The same with its rate in plain digits. */
    TaxRate canonical() {
        var plain = rate.stripTrailingZeros();
        return new TaxRate(country, category, plain.setScale(Math.max(0, plain.scale())), from);
    }
}
