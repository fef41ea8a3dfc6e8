package dev.kontor.reporting.dashboards;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.reporting.drawing.WidgetType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dashboard in the reader's language. */
@Schema(name = "Dashboard", description = "A dashboard of a customer")
record DashboardView(
        @Schema(description = "A name such as central-overview for the vendor's dashboards; a UUID for custom ones")
                String id,
        @Schema(description = "Its title; a vendor's dashboard has one in the language of Accept-Language") String name,
        @Schema(description = "Whose it is") Kind kind,
        @Schema(description = "Whether it can be deleted: only custom ones can") boolean deletable,
        @Schema(description = "What it shows; their positions say where") List<WidgetView> widgets) {

    @Schema(
            name = "DashboardKind",
            description =
                    "vendor: every customer has it, and nobody can change it. custom: made by a partner or the customer")
    enum Kind {
        @JsonProperty("vendor")
        VENDOR,
        @JsonProperty("custom")
        CUSTOM
    }

    @Schema(name = "Widget", description = "One card of a dashboard")
    record WidgetView(
            @Schema(description = "Unique within the dashboard") String id,
            @Schema(description = "How its figures are drawn") WidgetType type,
            @Schema(description = "Its heading") String title,
            @Schema(description = "Where it stands") Position position,
            @Schema(description = "What it shows, as in GET /v1/dashboard-sources") String source) {
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
