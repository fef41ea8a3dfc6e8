package dev.kontor.reporting.exports;

import dev.kontor.reporting.dashboards.LocalText;
import dev.kontor.reporting.dashboards.Position;
import dev.kontor.reporting.dashboards.Widget;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.figures.Figures;
import java.util.List;

/** Everything an export shows, frozen: it holds no times and no ids, so equal content gives an equal hash. */
record Snapshot(Party partner, Party customer, LocalText dashboard, List<Frozen> widgets) {
    /** A name as it was shown, and the logo that went with it (null for none). */
    record Party(String name, String logoHash) {}

    /** A widget with its figures. */
    record Frozen(WidgetType type, LocalText title, Position position, String source, Figures figures) {
        Drawing draw(Wording wording) {
            return new Widget("", type, title, position, source).draw(figures, wording);
        }
    }
}
