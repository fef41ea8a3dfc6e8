package dev.kontor.billing.counting;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a full month is billed by when a customer's products change within it (domain.md rule 21). */
public enum ProductChange {
    /** Every licensed product that was used, by the usage of its own time. */
    EACH,
    /** The last one, by the whole month. */
    LAST;

    /** As price books write it: {@code each} or {@code last}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a text that names none. */
    public static Optional<ProductChange> of(String text) {
        return Stream.of(values()).filter(change -> change.text().equals(text)).findFirst();
    }
}
