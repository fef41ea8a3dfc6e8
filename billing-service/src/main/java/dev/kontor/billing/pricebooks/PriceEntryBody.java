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
@Schema(
        name = "PriceEntry",
        description = "The price of one product. The quantity is the sum over all customers of the partner")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceEntryBody(
        @NotNull
                @Size(min = 1, max = 100)
                @Text
                @Schema(description = "The product's code", examples = "endpoint-advanced")
                String product,
        @NotNull
                @Pattern(regexp = "volume|graduated|flat|package")
                @Schema(
                        description =
                                "volume: all units cost the price of the band reached. graduated: the units of each band cost its price. flat: all units cost the same. package: each started package costs the same",
                        examples = "volume")
                String model,
        @JsonSerialize(using = PlainDecimal.class)
                @Schema(
                        type = SchemaType.STRING,
                        examples = "10",
                        description =
                                "Only and always with the model package: units in a package. Each package that the sum over all customers starts costs unitPrice; for example, 21 units in packages of 10 are 3 packages")
                BigDecimal packageSize,
        @NotNull @Size(max = 100) @Schema(description = "From the lowest to the highest; flat and package have one")
                List<@Valid @NotNull BandBody> bands,
        @JsonSerialize(using = PlainDecimal.class)
                @Schema(
                        type = SchemaType.STRING,
                        examples = "50.00",
                        description =
                                "The least amount, in the book's currency, of the product per partner and month; for example, 5 units at 2.00 with a minimum of 50.00 cost 50.00. It is charged from the first day on which a customer holds a monthly licence of the product, is never prorated, and without usage is shared equally among those customers")
                BigDecimal minimum,
        @JsonSerialize(using = PlainDecimal.class)
                @Schema(
                        type = SchemaType.STRING,
                        examples = "500.00",
                        description =
                                "The largest amount, in the book's currency, of the product per partner and month; for example, 300 units at 2.00 with a maximum of 500.00 cost 500.00. Not below minimum")
                BigDecimal maximum,
        @Pattern(regexp = "peak|last-snapshot|average|as-of-day")
                @Schema(
                        examples = "peak",
                        defaultValue = "peak",
                        description =
                                "How a month's quantity (units) follows from its days (UTC). peak: the highest day. last-snapshot: the latest level. average: the mean of the days of the licence from the day of first usage on; for example, 30 units on 10 days and 15 on 20 are 20. as-of-day: the day asOfDay, or the month's last day if it is shorter")
                String countMethod,
        @Schema(minimum = "1", maximum = "31", description = "Only and always with the count method as-of-day")
                Integer asOfDay) {

    /** One band; {@code upTo} is null in the open one at the end. */
    @Schema(name = "PriceBand", description = "A price for some of the quantities")
    public record BandBody(
            @JsonSerialize(using = PlainDecimal.class)
                    @Schema(
                            description =
                                    "The highest quantity of the band, included; null for the last one, which is open",
                            type = SchemaType.STRING,
                            nullable = true,
                            examples = "499")
                    BigDecimal upTo,
            @NotNull
                    @JsonSerialize(using = PlainDecimal.class)
                    @Schema(
                            description = "The price of a unit, or of a package, in the book's currency",
                            type = SchemaType.STRING,
                            examples = "2.90")
                    BigDecimal unitPrice,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @JsonSerialize(using = PlainDecimal.class)
                    @Schema(
                            type = SchemaType.STRING,
                            examples = "7.00",
                            description =
                                    "An amount in the book's currency that is charged once per partner and month if there is any usage: of the band reached (volume), of each band entered (graduated), or of the only band (flat, package); for example, 10 units at 1.00 with a flat fee of 7.00 cost 17.00")
                    BigDecimal flatFee) {

        Band toBand() {
            return new Band(upTo, unitPrice, flatFee);
        }
    }

    /** What is rated by. */
    public PriceEntry toEntry() {
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
