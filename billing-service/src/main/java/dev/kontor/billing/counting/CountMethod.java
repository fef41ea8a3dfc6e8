package dev.kontor.billing.counting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a month's quantity follows from its days (domain.md rule 21); which one is data in the price book. */
@Schema(
        description =
                "How a month's quantity follows from its days (UTC). peak: the highest day. last-snapshot: the latest level. average: the mean of the days. as-of-day: one day")
public enum CountMethod {
    /** The highest day. */
    PEAK,
    /** The latest level by observation time, then arrival. */
    LAST_SNAPSHOT,
    /** The mean of the counted days. */
    AVERAGE,
    /** One day of the month; the last one where the month is shorter. */
    AS_OF_DAY;

    /** As price books and statements write it, for instance {@code last-snapshot}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a text that names no method. */
    public static Optional<CountMethod> of(String text) {
        return Stream.of(values()).filter(method -> method.text().equals(text)).findFirst();
    }
}
