package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Values over days on a common ground: round steps on the left, dates below. */
final class TimeAxis {
    private static final int STEPS = 4;
    /** Room above the highest value, for its label. */
    private static final double ABOVE = 8;

    private static final double DATES = 13;
    private static final double GAP = 5;
    private static final Type VALUE = Type.COLUMN.coloured(Palette.INK).sized(6.5);

    private final Canvas canvas;
    private final Area area;
    private final List<Point> points;
    private final double step;
    private final int steps;
    private final Wording wording;

    private TimeAxis(Canvas canvas, Area area, List<Point> points, Wording wording) {
        this.canvas = canvas;
        this.area = area;
        this.points = points;
        this.wording = wording;
        var highest =
                points.stream().mapToDouble(p -> p.value().doubleValue()).max().orElse(0);
        this.step = roundStep(highest / STEPS);
        this.steps = Math.max(1, (int) Math.ceil(highest / step - 1e-9));
    }

    static TimeAxis of(Canvas canvas, Area area, List<Point> unordered, Wording wording) {
        var points = unordered.stream().sorted(Comparator.comparing(Point::at)).toList();
        return new TimeAxis(canvas, area, points, wording);
    }

    /** 1, 2 or 5 times a power of ten, and never less than one: what is counted here comes in whole pieces. */
    private static double roundStep(double atLeast) {
        var power = Math.pow(10, Math.floor(Math.log10(Math.max(1, atLeast))));
        for (var factor : new double[] {1, 2, 5}) {
            if (power * factor >= atLeast) {
                return power * factor;
            }
        }
        return power * 10;
    }

    private String tick(int number) {
        var exact = BigDecimal.valueOf(step * number);
        return step * number < 10_000 ? wording.number(exact) : wording.compact(exact);
    }

    private Area plot(double left, double right) {
        return new Area(area.x() + left, area.y() + ABOVE, area.width() - left - right, area.height() - ABOVE - DATES);
    }

    /** Draws the steps and gives the area right of their names. */
    private Area scaled(double right) {
        var names = IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> Type.CAPTION.width(tick(i)))
                .max()
                .orElse(0);
        var plot = plot(names + GAP, right);
        for (var i = 0; i <= steps; i++) {
            var y = plot.bottom() - plot.height() * i / steps;
            canvas.rule(plot.x(), y, plot.right(), y, i == 0 ? Palette.UNKNOWN : Palette.HAIRLINE, 0.5);
            canvas.textUntil(plot.x() - GAP, Type.CAPTION.centred(y), tick(i), Type.CAPTION, names + 0.01);
        }
        return plot;
    }

    private double y(Area plot, Point point) {
        var share = Math.max(0, point.value().doubleValue()) / (step * steps);
        return plot.bottom() - plot.height() * Math.min(1, share);
    }

    /** Either every column says its value, or a scale does. */
    void columns() {
        var values =
                points.stream().map(point -> wording.compact(point.value())).toList();
        var widest = values.stream().mapToDouble(VALUE::width).max().orElse(0);
        var said = widest + 1 <= area.width() / points.size();
        var plot = said ? plot(0, 0) : scaled(0);
        var pitch = plot.width() / points.size();
        var width = Math.max(0.5, Math.min(18, pitch * 0.62));
        for (var i = 0; i < points.size(); i++) {
            var y = y(plot, points.get(i));
            var x = plot.x() + pitch * (i + 0.5);
            if (plot.bottom() - y > 0) {
                canvas.box(x - width / 2, y, width, plot.bottom() - y, 0, Palette.BLUE, Palette.NONE);
            }
            if (said) {
                canvas.textOn(x, y - 2.5, values.get(i), VALUE, pitch);
            }
        }
        if (said) {
            canvas.rule(plot.x(), plot.bottom(), plot.right(), plot.bottom(), Palette.UNKNOWN, 0.5);
        }
        dates(plot, pitch);
    }

    void line() {
        var last = points.get(points.size() - 1);
        var value = wording.compact(last.value());
        var valueWidth = Type.STRONG.width(value);
        // Room for the last value beside its mark, unless that would leave too little for the line.
        var said = valueWidth + GAP + 1 <= area.width() / 2;
        var plot = scaled(said ? valueWidth + GAP + 1 : 3);
        var first = points.get(0).at();
        var day = plot.width() / Math.max(1, ChronoUnit.DAYS.between(first, last.at()));
        var line = new ArrayList<Step>();
        for (var point : points) {
            var x = points.size() == 1 ? plot.right() : plot.x() + day * ChronoUnit.DAYS.between(first, point.at());
            line.add(line.isEmpty() ? new Step.Move(x, y(plot, point)) : new Step.Line(x, y(plot, point)));
        }
        var ground = new ArrayList<Step>(line);
        ground.add(new Step.Line(plot.right(), plot.bottom()));
        ground.add(new Step.Line(plot.x(), plot.bottom()));
        ground.add(new Step.Close());
        if (points.size() > 1) {
            canvas.shape(ground, Palette.PALE_BLUE, Palette.NONE, 0);
            canvas.shape(line, Palette.NONE, Palette.BLUE, 1.4);
        }
        var end = y(plot, last);
        canvas.shape(Paths.circle(plot.right(), end, 2.6), Palette.BLUE, Palette.WHITE, 1);
        if (said) {
            canvas.text(plot.right() + GAP, Type.STRONG.centred(end), value, Type.STRONG, valueWidth + 0.01);
        }
        var baseline = plot.bottom() + DATES - 3;
        var from = date(first);
        var until = date(last.at());
        canvas.numberUntil(plot.right(), baseline, until, Type.CAPTION, plot.right() - area.x());
        if (points.size() > 1 && Type.CAPTION.width(from) + GAP + Type.CAPTION.width(until) <= plot.width()) {
            canvas.text(plot.x(), baseline, from, Type.CAPTION, plot.width());
        }
    }

    /** Day and month, with the year where the same day comes twice. */
    private String date(LocalDate day) {
        var first = points.get(0).at();
        return first.plusYears(1).isAfter(points.get(points.size() - 1).at())
                ? wording.shortDate(day)
                : wording.mediumDate(day);
    }

    /** As many dates as there is room for, evenly spread from the first on. */
    private void dates(Area plot, double pitch) {
        var widest = points.stream()
                .mapToDouble(p -> Type.CAPTION.width(date(p.at())))
                .max()
                .orElse(0);
        var every = Math.max(1, (int) Math.ceil((widest + 4) / pitch));
        var baseline = plot.bottom() + DATES - 3;
        for (var i = 0; i < points.size(); i += every) {
            var x = plot.x() + pitch * (i + 0.5);
            canvas.textOn(x, baseline, date(points.get(i).at()), Type.CAPTION, widest + 1);
        }
    }
}
