package dev.kontor.billing.copies;

import dev.kontor.platform.database.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * A partner as billing knows it.
 *
 * @param since when it, or its first customer, was there; months before that it has none
 */
public record Partner(
        UUID id, String name, String region, String currency, String locale, String logoHash, Instant since) {

    static Partner read(Row row) {
        return new Partner(
                row.id("id"),
                row.text("name"),
                row.text("region"),
                row.text("currency"),
                row.text("locale"),
                row.text("logo_hash"),
                row.instant("since"));
    }
}
