package dev.kontor.reporting.exports;

import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import dev.kontor.reporting.ReportingProblem;
import dev.kontor.reporting.dashboards.Dashboards;
import dev.kontor.reporting.snapshots.ContentFormat;
import dev.kontor.reporting.snapshots.Edition;
import dev.kontor.reporting.snapshots.Freezer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Freezes dashboards and keeps them. */
@ApplicationScoped
@Transactional
public class ExportService {

    /** Seconds; the quota is of the last 24 hours. */
    private static final String AN_HOUR = "3600";

    private final Dashboards dashboards;
    private final Freezer freezer;
    private final Exports exports;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final int mostADay;

    ExportService(
            Dashboards dashboards,
            Freezer freezer,
            Exports exports,
            Outbox outbox,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "kontor.reporting.exports.most-a-day", defaultValue = "50000") int mostADay) {
        this.dashboards = dashboards;
        this.freezer = freezer;
        this.exports = exports;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.mostADay = mostADay;
    }

    /** Freezes a dashboard as it is now; without a language (null) in the partner's. */
    @Idempotent
    ExportView freeze(UUID customerId, String dashboardId, ContentFormat format, Locale locale) {
        return freeze(customerId, dashboardId, format, locale, caller.subject());
    }

    /** The same on behalf of somebody who asked for it earlier; answers the export's id. */
    public UUID freezeFor(UUID customerId, String dashboardId, ContentFormat format, Locale locale, String by) {
        return freeze(customerId, dashboardId, format, locale, by).id();
    }

    private ExportView freeze(UUID customerId, String dashboardId, ContentFormat format, Locale locale, String by) {
        var dashboard = dashboards.require(customerId, dashboardId);
        var frozen = freezer.freeze(customerId, dashboard.name(), dashboard.widgets());
        if (exports.isQuotaReached(frozen.partnerId(), mostADay)) {
            throw ReportingProblem.EXPORT_QUOTA_REACHED.problem(mostADay).header("Retry-After", AN_HOUR);
        }
        var edition = Edition.of(
                frozen.snapshot(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                locale == null ? frozen.partnerLocale() : locale,
                false);
        var export = Export.of(frozen.partnerId(), customerId, dashboard.id(), format, edition, by);
        exports.persist(export);
        outbox.append(ExportCompleted.fact(export, by));
        return ExportView.of(export);
    }

    /** Exports from before that time are no longer kept. */
    void removeOlderThan(Instant time) {
        exports.delete("snapshotAt < ?1", time);
    }

    /** An export the caller sees. */
    Export require(UUID id) {
        return exports.findByIdOptional(id).orElseThrow(Problems::notFound);
    }
}
