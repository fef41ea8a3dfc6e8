package dev.kontor.reporting.dashboards;

import java.util.List;
import java.util.Optional;

/** A dashboard as it is shown, the vendor's or a custom one. */
public record Dashboard(String id, LocalText name, boolean vendor, long version, List<Widget> widgets) {
    public Optional<Widget> widget(String widgetId) {
        return widgets.stream().filter(w -> w.id().equals(widgetId)).findFirst();
    }
}
