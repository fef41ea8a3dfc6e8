package dev.kontor.reporting.snapshots;

import dev.kontor.reporting.copies.Brandings;
import dev.kontor.reporting.dashboards.LocalText;
import dev.kontor.reporting.dashboards.Widget;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.securitydata.CurrentFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Freezes widgets with what they show of a customer now. Nothing is drawn here, so no transaction waits for pages. */
@ApplicationScoped
@Transactional
public class Freezer {

    private final CurrentFigures figures;
    private final Brandings brandings;

    Freezer(CurrentFigures figures, Brandings brandings) {
        this.figures = figures;
        this.brandings = brandings;
    }

    /** What was frozen, whose it is, and the language its partner speaks. */
    public record Frozen(Snapshot snapshot, UUID partnerId, Locale partnerLocale) {}

    public Frozen freeze(UUID customerId, LocalText title, List<Widget> widgets) {
        var branding = brandings.of(customerId);
        var bySource = new HashMap<String, Figures>();
        widgets.forEach(w -> bySource.computeIfAbsent(w.source(), s -> figures.of(customerId, s)));
        var snapshot = new Snapshot(
                new Snapshot.Party(branding.partnerName(), branding.partnerLogo()),
                new Snapshot.Party(branding.customerName(), branding.customerLogo()),
                title,
                widgets.stream()
                        .map(w -> Snapshot.Frozen.of(w, bySource.get(w.source())))
                        .toList());
        return new Frozen(snapshot, branding.partnerId(), branding.partnerLocale());
    }
}
