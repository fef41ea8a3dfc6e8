package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** One figure, large; where it is part of a whole, how much of it, as words and as a bar. */
final class NumberWidget {
    private static final double SMALLEST = 14;
    private static final double CAPTION = 10;
    private static final double METER = 4;

    private NumberWidget() {}

    static boolean draw(Canvas canvas, Area area, Figures figures, Wording wording) {
        if (figures.value() == null) {
            return false;
        }
        var share = figures.of() != null && figures.of().signum() > 0;
        var figureHeight = area.height() - (share ? CAPTION + METER : 0);
        figure(canvas, new Area(area.x(), area.y(), area.width(), figureHeight), figures.value(), wording);
        if (share) {
            var of = of(figures, area.width(), wording);
            canvas.text(area.x(), area.bottom() - METER - 3, of, Type.CAPTION, area.width());
            meter(canvas, area, figures.value(), figures.of());
        }
        return true;
    }

    /** What the figure is a part of and how much of it, as far as there is room. */
    private static String of(Figures figures, double width, Wording wording) {
        var percent = wording.percent(figures.value(), figures.of());
        return Stream.of(wording.number(figures.of()), wording.compact(figures.of()))
                .map(whole -> wording.text("widget.of", whole, percent))
                .filter(text -> Type.CAPTION.width(text) <= width)
                .findFirst()
                .orElse(percent);
    }

    private static void figure(Canvas canvas, Area area, BigDecimal value, Wording wording) {
        var text = wording.number(value);
        var size = Math.min(Type.FIGURE.size(), area.height());
        var fitting = size * area.width() / Type.FIGURE.sized(size).width(text);
        if (fitting < SMALLEST) {
            text = Type.FIGURE.narrower(text, wording.compact(value));
            fitting = size * area.width() / Type.FIGURE.sized(size).width(text);
        }
        var type = Type.FIGURE.sized(Math.min(size, Math.floor(fitting * 2) / 2));
        canvas.text(area.x(), type.centred(area.middle()), text, type, area.width());
    }

    private static void meter(Canvas canvas, Area area, BigDecimal value, BigDecimal of) {
        var share = value.divide(of, 4, RoundingMode.HALF_UP).doubleValue();
        var y = area.bottom() - METER + 1;
        canvas.box(area.x(), y, area.width(), METER - 1, (METER - 1) / 2, Palette.PALE_BLUE, Palette.NONE);
        var filled = Math.max(0, Math.min(1, share)) * area.width();
        if (filled > 0) {
            var width = Math.max(METER - 1, filled);
            canvas.box(area.x(), y, width, METER - 1, (METER - 1) / 2, Palette.BLUE, Palette.NONE);
        }
    }
}
