package dev.kontor.reporting.dashboards;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.reporting.drawing.WidgetType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dashboard in the reader's language. */
@Schema(name = "Dashboard")
record DashboardView(
        @Schema(description = "A name such as central-overview for the vendor's dashboards; a UUID for custom ones")
                String id,
        String name,
        Kind kind,
        boolean deletable,
        List<WidgetView> widgets) {

    @Schema(name = "DashboardKind")
    enum Kind {
        @JsonProperty("vendor")
        VENDOR,
        @JsonProperty("custom")
        CUSTOM
    }

    @Schema(name = "Widget")
    record WidgetView(String id, WidgetType type, String title, Position position, String source) {
        static WidgetView of(Widget widget, Locale locale) {
            return new WidgetView(
                    widget.id(), widget.type(), widget.title().in(locale), widget.position(), widget.source());
        }
    }

    static DashboardView of(Dashboard dashboard, Locale locale) {
        return new DashboardView(
                dashboard.id(),
                dashboard.name().in(locale),
                dashboard.vendor() ? Kind.VENDOR : Kind.CUSTOM,
                !dashboard.vendor(),
                dashboard.widgets().stream().map(w -> WidgetView.of(w, locale)).toList());
    }
}
