package dev.kontor.billing.statements;

import dev.kontor.billing.rating.Parts;
import dev.kontor.platform.web.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One part of a line's amount. */
@Schema(name = "StatementLinePart", description = "A part of an amount")
public record PartView(
        @Schema(
                        enumeration = {"units", "flat-fee", "minimum", "maximum"},
                        description =
                                "units: the units or packages; flat-fee: flat fees of the bands; minimum: what was missing to the minimum; maximum: what exceeded the maximum and is not charged (negative)")
                String part,
        @Schema(description = "In the currency of the statement") Money amount) {

    /** Units always, and of the others those there are; null where a month was billed before they were kept. */
    public static List<PartView> of(Parts parts, String currency) {
        if (parts == null) {
            return null;
        }
        return Stream.of(
                        new Part("units", parts.units()),
                        new Part("flat-fee", parts.flatFee()),
                        new Part("minimum", parts.minimum()),
                        new Part("maximum", parts.maximum()))
                .filter(its -> its.name().equals("units") || its.amount().signum() != 0)
                .map(its -> new PartView(its.name(), Money.of(its.amount(), currency)))
                .toList();
    }

    private record Part(String name, BigDecimal amount) {}
}
