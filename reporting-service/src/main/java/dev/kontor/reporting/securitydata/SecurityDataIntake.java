package dev.kontor.reporting.securitydata;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import dev.kontor.reporting.copies.Brandings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Takes in what the usage reporter posts. */
@ApplicationScoped
class SecurityDataIntake {

    private final SecurityDataRows rows;
    private final Brandings customers;
    private final Clock clock;

    SecurityDataIntake(SecurityDataRows rows, Brandings customers, Clock clock) {
        this.rows = rows;
        this.customers = customers;
        this.clock = clock;
    }

    @Transactional
    SecurityDataView put(UUID customerId, Source source, PutSecurityData data) {
        var errors = SecurityDataRules.errors(source, data, clock.instant());
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors.toArray(InputError[]::new));
        }
        rows.put(
                customers.partnerOf(customerId),
                customerId,
                source.code(),
                data.asOf().truncatedTo(ChronoUnit.MICROS),
                data.figures());
        var stored = rows.find(customerId, source.code()).orElseThrow();
        return new SecurityDataView(customerId, source.code(), stored.asOf(), stored.figures());
    }
}
