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
        example =
                """
                {"name": "Monday morning",
                 "widgets": [{"id": "health", "type": "donut", "title": "Endpoint health",
                              "position": {"x": 0, "y": 0, "width": 6, "height": 4}, "source": "endpoint.health"}]}""")
record WriteDashboard(
        @NotBlank @Size(max = 120) @Text String name,
        @NotNull @Size(max = 40) List<@NotNull @Valid WriteWidget> widgets) {

    @Schema(name = "WriteWidget")
    record WriteWidget(
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") @Schema(maxLength = 40) String id,
            @NotNull WidgetType type,
            @NotBlank @Size(max = 120) @Text String title,
            @NotNull Position position,
            @NotNull @Schema(maxLength = 60) String source) {

        Widget widget() {
            return new Widget(id, type, LocalText.of(title), position, source);
        }
    }

    List<Widget> toWidgets() {
        return widgets.stream().map(WriteWidget::widget).toList();
    }
}
