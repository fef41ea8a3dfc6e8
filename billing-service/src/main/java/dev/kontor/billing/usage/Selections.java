package dev.kontor.billing.usage;

import static java.util.stream.Collectors.groupingBy;

import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Licenses;
import dev.kontor.billing.copies.Licenses.MonthlyLicense;
import dev.kontor.billing.copies.Relation;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which monthly licences a partner's customers had selected, as long as they were its customers. */
@ApplicationScoped
class Selections {

    private final Licenses licenses;
    private final Customers customers;

    Selections(Licenses licenses, Customers customers) {
        this.licenses = licenses;
        this.customers = customers;
    }

    /** Of one customer, or with null of all. */
    Map<UUID, List<Segment>> of(UUID partnerId, YearMonth month, UUID customer) {
        var from = Period.start(month);
        var until = Period.end(month);
        var stretches =
                customers.of(partnerId, from, until, customer).stream().collect(groupingBy(Relation::customerId));
        var segments = new HashMap<UUID, List<Segment>>();
        licenses.monthly(partnerId, from, until, customer).stream()
                .collect(groupingBy(MonthlyLicense::customerId))
                .forEach((customerId, its) -> {
                    var within = its.stream()
                            .flatMap(license -> stretches.getOrDefault(customerId, List.of()).stream()
                                    .flatMap(stretch -> within(license, stretch).stream()))
                            .toList();
                    if (!within.isEmpty()) {
                        segments.put(customerId, within);
                    }
                });
        return segments;
    }

    /** A licence is billed only while the customer is the partner's. */
    private static Optional<Segment> within(MonthlyLicense license, Relation stretch) {
        var cameLater = stretch.since().isAfter(license.from());
        var leftFirst = stretch.until() != null
                && (license.until() == null || stretch.until().isBefore(license.until()));
        var from = cameLater ? stretch.since() : license.from();
        var until = leftFirst ? stretch.until() : license.until();
        return until != null && !until.isAfter(from)
                ? Optional.empty()
                : Optional.of(new Segment(license.product(), license.category(), from, until, license.ordered()));
    }
}
