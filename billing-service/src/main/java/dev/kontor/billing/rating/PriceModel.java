package dev.kontor.billing.rating;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How bands turn a quantity into an amount (domain.md rule 22). */
public enum PriceModel {
    /** The reached band's price for every unit, plus its flat fee. */
    VOLUME,
    /** Each entered band's units at its price, plus each entered band's flat fee. */
    GRADUATED,
    /** One price per unit. */
    FLAT,
    /** A price per started package of the sum. */
    PACKAGE;

    /** As price books write it, for instance {@code graduated}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a text that names no model. */
    public static Optional<PriceModel> of(String text) {
        return Stream.of(values()).filter(model -> model.text().equals(text)).findFirst();
    }
}
