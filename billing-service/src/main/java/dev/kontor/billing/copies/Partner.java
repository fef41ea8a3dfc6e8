package dev.kontor.billing.copies;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner as billing knows it.
 *
 * @param since when it, or its first customer, was there; months before that it has none
 */
public record Partner(
        UUID id, String name, String region, String currency, String locale, @Nullable String logoHash, Instant since) {

    /** The reader's language, {@code de} or {@code en}; where it names neither, the partner's. */
    public String language(List<Locale> accepted) {
        return accepted.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("de") || language.equals("en"))
                .findFirst()
                .orElse(language());
    }

    /** The partner's own language, {@code de} or {@code en}. */
    public String language() {
        return locale.startsWith("de") ? "de" : "en";
    }
}
