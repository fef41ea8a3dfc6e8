package dev.kontor.billing.copies;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Copies of partners. */
@ApplicationScoped
public class Partners {

    private static final String SELECT =
            """
            select p.id, p.name, p.region, p.currency, p.locale, p.logo_hash,
                   least(p.since, (select min(r.since) from customer_relation r where r.partner_id = p.id)) as since
            from partner p""";

    private final Database database;
    private final Clock clock;

    Partners(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Partner> find(UUID id) {
        return database.first(SELECT + " where p.id = ?", Partner::read, id);
    }

    /** The partners that were there before {@code instant}. */
    public List<Partner> before(Instant instant) {
        return database.list("select * from (" + SELECT + ") p where since < ? order by id", Partner::read, instant);
    }

    /** Since when there has been any partner. */
    public Optional<Instant> firstSince() {
        return database.first(
                        "select min(since) as since from (" + SELECT + ") p",
                        row -> Optional.ofNullable(row.instant("since")))
                .flatMap(Function.identity());
    }

    void apply(PartnerState state) {
        database.update(
                """
                insert into partner (id, name, region, currency, locale, logo_hash, version, since)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, region = excluded.region,
                    currency = excluded.currency, locale = excluded.locale, logo_hash = excluded.logo_hash,
                    version = excluded.version
                where partner.version < excluded.version""",
                state.id(),
                state.name(),
                state.region(),
                state.currency(),
                state.locale(),
                state.logoHash(),
                state.version(),
                clock.instant());
    }
}
