package dev.kontor.reporting.snapshots;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.reporting.dashboards.LocalText;
import dev.kontor.reporting.dashboards.Position;
import dev.kontor.reporting.dashboards.Widget;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.figures.Figures;
import java.util.List;

/** Everything an export or a report shows, frozen: no times and no ids, so equal content gives an equal hash. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Snapshot(Party partner, Party customer, LocalText dashboard, List<Frozen> widgets) {

    /** A name as it was shown, and the logo that went with it (null for none). */
    public record Party(String name, String logoHash) {}

    /** A widget with its figures. */
    public record Frozen(WidgetType type, LocalText title, Position position, String source, Figures figures) {

        public static Frozen of(Widget widget, Figures figures) {
            return new Frozen(widget.type(), widget.title(), widget.position(), widget.source(), figures);
        }

        Drawing draw(Wording wording) {
            return new Widget("", type, title, position, source).draw(figures, wording);
        }
    }

    public static Snapshot read(String json) {
        return CanonicalJson.read(json);
    }

    /** Equal snapshots are written equally. */
    public String json() {
        return CanonicalJson.write(this);
    }

    /** SHA-256 of {@link #json}, in hexadecimal. */
    public String hash() {
        return CanonicalJson.hash(json());
    }
}
