package dev.kontor.billing.pricebooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.rating.Band;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.PriceModel;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The price of one product, as it is sent, kept and shown. Decimals are shown as text, and taken as text or numbers. */
@Schema(name = "PriceEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceEntryBody(
        @NotNull @Size(min = 1, max = 100) @Text @Schema(examples = "endpoint-advanced") String product,
        @NotNull @Pattern(regexp = "volume|graduated|flat|package") @Schema(examples = "volume") String model,
        @JsonSerialize(using = PlainDecimal.class) @Schema(type = SchemaType.STRING) BigDecimal packageSize,
        @NotNull @Size(max = 100) List<@Valid @NotNull BandBody> bands,
        @JsonSerialize(using = PlainDecimal.class) @Schema(type = SchemaType.STRING) BigDecimal minimum,
        @JsonSerialize(using = PlainDecimal.class) @Schema(type = SchemaType.STRING) BigDecimal maximum,
        @Pattern(regexp = "peak|last-snapshot|average|as-of-day") @Schema(examples = "peak", defaultValue = "peak")
                String countMethod,
        @Schema(minimum = "1", maximum = "31") Integer asOfDay) {

    /** One band; {@code upTo} is null in the open one at the end. */
    @Schema(name = "PriceBand")
    record BandBody(
            @JsonSerialize(using = PlainDecimal.class)
                    @Schema(type = SchemaType.STRING, nullable = true, examples = "499")
                    BigDecimal upTo,
            @NotNull @JsonSerialize(using = PlainDecimal.class) @Schema(type = SchemaType.STRING, examples = "2.90")
                    BigDecimal unitPrice,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @JsonSerialize(using = PlainDecimal.class)
                    @Schema(type = SchemaType.STRING)
                    BigDecimal flatFee) {

        Band toBand() {
            return new Band(upTo, unitPrice, flatFee);
        }
    }

    PriceEntry toEntry() {
        var method = countMethod == null
                ? CountMethod.PEAK
                : CountMethod.of(countMethod).orElseThrow();
        return new PriceEntry(
                product,
                PriceModel.of(model).orElseThrow(),
                packageSize,
                bands.stream().map(BandBody::toBand).toList(),
                minimum,
                maximum,
                new CountRule(method, asOfDay));
    }
}
