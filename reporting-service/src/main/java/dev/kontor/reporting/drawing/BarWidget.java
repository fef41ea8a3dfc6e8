package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures;
import java.math.BigDecimal;
import java.util.List;

/** Parts as bars side by side, each with its name and value; values over time as columns. */
final class BarWidget {
    private static final double PITCH = 17;
    private static final double WIDEST_PITCH = 30;
    /** Of its pitch, how much of it a bar takes. */
    private static final double THICKNESS = 0.45;

    private static final double GAP = 6;
    private static final double SHORTEST_TRACK = 8;

    private BarWidget() {}

    static boolean draw(Canvas canvas, Area area, Figures figures, Wording wording) {
        if (!figures.points().isEmpty()) {
            TimeAxis.of(canvas, area, figures.points(), wording).columns();
            return true;
        }
        var parts = figures.parts();
        if (parts.isEmpty()) {
            return false;
        }
        var capacity = Math.max(1, (int) (area.height() / PITCH));
        bars(canvas, area, Legend.entries(parts, capacity, wording), wording);
        return true;
    }

    private static void bars(Canvas canvas, Area area, List<Legend.Entry> entries, Wording wording) {
        var widest = entries.stream()
                .mapToDouble(e -> Type.STRONG.width(value(e.value(), area.width() / 4, wording)))
                .max()
                .orElse(0);
        var values = Math.min(widest, area.width() * 0.55);
        var labels = Math.min(widest(entries, area.width()), area.width() * 0.36);
        labels = Math.max(0, Math.min(labels, area.width() - values - 2 * GAP - SHORTEST_TRACK));
        var largest = entries.stream()
                .map(Legend.Entry::value)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        var track = area.width() - labels - values - 2 * GAP;
        var pitch = Math.min(WIDEST_PITCH, area.height() / entries.size());
        var thickness = pitch * THICKNESS;
        var top = area.middle() - pitch * entries.size() / 2;
        var y = top;
        var start = area.x() + labels + GAP;
        for (var entry : entries) {
            var middle = y + pitch / 2;
            canvas.text(area.x(), Type.BODY.centred(middle), entry.label(), Type.BODY, labels + 0.01);
            var share = largest.signum() > 0 ? entry.value().doubleValue() / largest.doubleValue() : 0;
            var width = share > 0 ? Math.max(1, track * share) : 0;
            if (width > 0) {
                canvas.box(
                        start,
                        middle - thickness / 2,
                        width,
                        thickness,
                        Math.min(2, width / 2),
                        entry.colour(),
                        Palette.NONE);
            }
            var value = value(entry.value(), area.width() / 4, wording);
            canvas.text(start + width + GAP, Type.STRONG.centred(middle), value, Type.STRONG, values + 0.01);
            y += pitch;
        }
        canvas.rule(start, top, start, top + pitch * entries.size(), Palette.UNKNOWN, 0.5);
    }

    private static double widest(List<Legend.Entry> entries, double width) {
        return entries.stream()
                .mapToDouble(e -> Type.BODY.width(e.label()))
                .max()
                .orElse(width);
    }

    private static String value(BigDecimal value, double width, Wording wording) {
        var text = wording.number(value);
        return Type.STRONG.width(text) <= width ? text : Type.STRONG.narrower(text, wording.compact(value));
    }
}
