package dev.kontor.reporting.dashboards;

import dev.kontor.platform.web.text.Text;
import dev.kontor.reporting.drawing.WidgetType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A custom dashboard as its author describes it, whole. */
@Schema(
        name = "WriteDashboard",
        description = "A custom dashboard, whole",
        example =
                """
                {"name": "Monday morning",
                 "widgets": [{"id": "health", "type": "donut", "title": "Endpoint health",
                              "position": {"x": 0, "y": 0, "width": 6, "height": 4}, "source": "endpoint.health"}]}""")
record WriteDashboard(
        @NotBlank @Size(max = 120) @Text @Schema(description = "Its title") String name,
        @NotNull @Size(max = 40) @Schema(description = "They must not overlap")
                List<@NotNull @Valid WriteWidget> widgets) {

    @Schema(name = "WriteWidget", description = "One card of a dashboard")
    record WriteWidget(
            @NotNull
                    @Pattern(regexp = "[a-z0-9-]{1,40}")
                    @Schema(description = "Chosen by the client, unique within the dashboard", maxLength = 40)
                    String id,
            @NotNull @Schema(description = "How its figures are drawn; the source says which types it allows")
                    WidgetType type,
            @NotBlank @Size(max = 120) @Text @Schema(description = "Its heading") String title,
            @NotNull @Schema(description = "Where it stands") Position position,
            @NotNull @Schema(description = "What it shows: a code of GET /v1/dashboard-sources", maxLength = 60)
                    String source) {

        Widget widget() {
            return new Widget(id, type, LocalText.of(title), position, source);
        }
    }

    List<Widget> toWidgets() {
        return widgets.stream().map(WriteWidget::widget).toList();
    }
}
