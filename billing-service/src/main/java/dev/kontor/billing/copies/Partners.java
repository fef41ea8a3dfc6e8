package dev.kontor.billing.copies;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.CopyTable;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Copies of partners. */
@ApplicationScoped
public class Partners {

    private static final String SELECT =
            """
            select p.id, p.name, p.region, p.currency, p.locale, p.logo_hash,
                   least(p.since, (select min(r.since) from customer_relation r where r.partner_id = p.id)) as since
            from partner p""";

    private static final CopyTable PARTNERS = CopyTable.of("partner", "id").once("since");

    private final Database database;
    private final Clock clock;

    Partners(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What billing needs of a partner's state. */
    record State(
            UUID id,
            String name,
            String region,
            String currency,
            String locale,
            @Nullable String logoHash,
            long version) {

        private Kept first(Instant since) {
            return new Kept(id, name, region, currency, locale, logoHash, since, version);
        }
    }

    private record Kept(
            UUID id,
            String name,
            String region,
            String currency,
            String locale,
            @Nullable String logoHash,
            Instant since,
            long version) {}

    @Produces
    Copy<State> partners() {
        return new Copy<>(
                "kontor.customers.v1",
                "partner",
                State.class,
                state -> PARTNERS.keep(database, state.first(clock.instant())));
    }

    public Optional<Partner> find(UUID id) {
        return database.sql(SELECT + " where p.id = :id").with("id", id).first(Partner.class);
    }

    /** The partners that were there before {@code instant}. */
    public List<Partner> before(Instant instant) {
        return database.sql("select * from (" + SELECT + ") p where since < :instant order by id")
                .with("instant", instant)
                .list(Partner.class);
    }

    /** Since when there has been any partner. */
    public Optional<Instant> firstSince() {
        return database.sql("select min(since) from (" + SELECT + ") p").first(Instant.class);
    }
}
