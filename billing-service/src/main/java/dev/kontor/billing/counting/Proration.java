package dev.kontor.billing.counting;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a month costs that a licence covers in part. */
public enum Proration {
    /** The whole month, by the licence selected last. */
    FULL_MONTH,
    /** Each licence by the days it was selected. */
    BY_DAY;

    /** As price books write it: {@code full-month} or {@code by-day}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a text that names none. */
    public static Optional<Proration> of(String text) {
        return Stream.of(values())
                .filter(proration -> proration.text().equals(text))
                .findFirst();
    }
}
