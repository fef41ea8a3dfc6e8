package dev.kontor.billing.usage;

import dev.kontor.billing.rules.Rules;
import dev.kontor.billing.rules.RulesVersion;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;

/** By which rules a month is counted, or was when it was closed. */
@ApplicationScoped
public class RulesInForce {

    private final Database database;
    private final CountingConfig config;

    RulesInForce(Database database, CountingConfig config) {
        this.database = database;
        this.config = config;
    }

    /** How the caller's partner's month was closed. */
    record ClosedUnder(RulesVersion rules, Integer levelsEndAfter, Long arrivals) {

        Rules its() {
            return new Rules(rules, levelsEndAfter);
        }
    }

    /** Those that a month is closed under now. */
    public Rules today() {
        var levelsEndAfter = config.levelsEndAfter();
        return new Rules(RulesVersion.TODAY, levelsEndAfter.isPresent() ? levelsEndAfter.getAsInt() : null);
    }

    /** Of the caller's partner; empty while its month has no statement. */
    Optional<ClosedUnder> closed(YearMonth month) {
        return database.sql("select rules, levels_end_after, arrivals from kontor.closed_under() where month = :month")
                .with("month", month)
                .first(ClosedUnder.class);
    }
}
