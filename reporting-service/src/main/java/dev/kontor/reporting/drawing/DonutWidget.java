package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.Part;
import java.math.BigDecimal;
import java.util.List;

/** Parts of a whole as a ring with the sum in it; the legend reads clockwise and says every value. */
final class DonutWidget {
    private static final double THICKNESS = 0.30;
    private static final double LARGEST = 118;
    private static final double SMALLEST = 66;
    private static final double NARROW = 150;
    private static final double GAP = 14;
    /** White between the parts, so that they are told apart without colour. */
    private static final double SEAM = 1.5;
    /** A share below this has no room for its percentage. */
    private static final double ROOM_FOR_TEXT = 0.09;

    /** Below this size of the sum there is no room for a word under it. */
    private static final double SMALLEST_WITH_WORD = 8;

    private static final Type CAPTION = Type.CAPTION.sized(6.5);

    private DonutWidget() {}

    static boolean draw(Canvas canvas, Area area, Figures figures, Wording wording) {
        var parts = figures.parts().stream().filter(p -> p.value().signum() > 0).toList();
        if (parts.isEmpty()) {
            return false;
        }
        var total = parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var beside = area.width() >= NARROW;
        var diameter = beside
                ? Math.min(LARGEST, Math.min(area.height(), area.width() * 0.38))
                : Math.min(area.width(), area.height() * 0.55);
        var capacity = beside ? area.height() : area.height() - diameter - GAP / 2;
        var entries = Legend.entries(parts, Legend.capacity(capacity), wording);
        if (beside) {
            // The ring gives way to words, as far as it still can be read.
            var left = area.width() - GAP - Legend.width(entries, total, wording);
            diameter = Math.min(diameter, Math.max(left, SMALLEST));
        }
        var legend = beside ? area.rightOf(diameter + GAP) : area.below(diameter + GAP / 2);
        var x = beside ? area.x() + diameter / 2 : area.centre();
        var y = beside ? area.middle() : area.y() + diameter / 2;
        ring(canvas, x, y, diameter / 2, entries, total, wording);
        Legend.draw(canvas, legend, entries, total, wording);
        return true;
    }

    private static void ring(
            Canvas canvas,
            double x,
            double y,
            double outer,
            List<Legend.Entry> entries,
            BigDecimal total,
            Wording wording) {
        var inner = outer * (1 - 2 * THICKNESS) + outer * THICKNESS * 0.5;
        var middle = (outer + inner) / 2;
        double angle = 0;
        for (var entry : entries) {
            var share = entry.value().doubleValue() / total.doubleValue();
            var next = angle + share * 2 * Math.PI;
            canvas.shape(
                    Paths.ring(x, y, outer, inner, angle, next),
                    entry.colour(),
                    Palette.WHITE,
                    entries.size() > 1 ? SEAM : 0);
            var type = Type.COLUMN.sized(6.5).coloured(Palette.on(entry.colour()));
            String percent = wording.percent(entry.value(), total);
            if (share >= ROOM_FOR_TEXT && type.width(percent) + 2 * SEAM < outer - inner) {
                double turn = (angle + next) / 2;
                canvas.textOn(
                        x + middle * Math.sin(turn), type.centred(y - middle * Math.cos(turn)), percent, type, outer);
            }
            angle = next;
        }
        var room = inner * 1.55;
        var sum = wording.number(total);
        if (Type.FIGURE.sized(9).width(sum) > room) {
            sum = Type.FIGURE.narrower(sum, wording.compact(total));
        }
        var size = Math.min(
                outer * 0.36, 9 * room / Math.max(1, Type.FIGURE.sized(9).width(sum)));
        var type = Type.FIGURE.sized(Math.floor(size * 2) / 2);
        var word = wording.text("widget.total");
        if (type.size() < SMALLEST_WITH_WORD || CAPTION.width(word) > room) {
            canvas.textOn(x, type.centred(y), sum, type, room + 0.5);
        } else {
            canvas.textOn(x, type.centred(y - 3.5), sum, type, room + 0.5);
            canvas.textOn(x, y + type.size() * 0.36 + 5, word, CAPTION, room);
        }
    }
}
