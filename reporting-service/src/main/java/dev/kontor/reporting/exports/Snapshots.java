package dev.kontor.reporting.exports;

import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.idempotency.Idempotent;
import dev.kontor.reporting.copies.Branding;
import dev.kontor.reporting.copies.Brandings;
import dev.kontor.reporting.dashboards.Dashboard;
import dev.kontor.reporting.dashboards.Dashboards;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.securitydata.CurrentFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Freezes dashboards. Nothing is drawn here: pages are made from what was frozen, outside of any transaction. */
@ApplicationScoped
@Transactional
class Snapshots {

    private final Dashboards dashboards;
    private final CurrentFigures figures;
    private final Brandings brandings;
    private final Exports exports;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Snapshots(
            Dashboards dashboards,
            CurrentFigures figures,
            Brandings brandings,
            Exports exports,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.dashboards = dashboards;
        this.figures = figures;
        this.brandings = brandings;
        this.exports = exports;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Freezes a dashboard as it is now; without a language (null) in the partner's. */
    @Idempotent
    ExportView freeze(UUID customerId, String dashboardId, ExportFormat format, Locale locale) {
        Dashboard dashboard = dashboards.require(customerId, dashboardId);
        Branding branding = brandings.of(customerId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Export export = Export.of(
                branding.partnerId(),
                customerId,
                dashboard.id(),
                format,
                locale == null ? branding.partnerLocale() : locale,
                now,
                snapshot(dashboard, branding, customerId),
                caller.subject());
        exports.persist(export);
        outbox.append(ExportCompleted.fact(export, caller.subject()));
        return ExportView.of(export);
    }

    private Snapshot snapshot(Dashboard dashboard, Branding branding, UUID customerId) {
        Map<String, Figures> bySource = new HashMap<>();
        dashboard.widgets().forEach(w -> bySource.computeIfAbsent(w.source(), s -> figures.of(customerId, s)));
        List<Snapshot.Frozen> widgets = dashboard.widgets().stream()
                .map(w -> new Snapshot.Frozen(w.type(), w.title(), w.position(), w.source(), bySource.get(w.source())))
                .toList();
        return new Snapshot(
                new Snapshot.Party(branding.partnerName(), branding.partnerLogo()),
                new Snapshot.Party(branding.customerName(), branding.customerLogo()),
                dashboard.name(),
                widgets);
    }

    /** An export the caller sees. */
    Export require(UUID id) {
        return exports.findByIdOptional(id).orElseThrow(Problems::notFound);
    }
}
