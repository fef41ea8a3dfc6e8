package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures.Point;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Values over days on a common ground: round steps on the left, dates below. */
final class TimeAxis {
    private static final int STEPS = 4;
    private static final double DATES = 13;
    private static final double GAP = 5;

    private final Canvas canvas;
    private final Area plot;
    private final List<Point> points;
    private final double top;
    private final Wording wording;

    private TimeAxis(Canvas canvas, Area plot, List<Point> points, double top, Wording wording) {
        this.canvas = canvas;
        this.plot = plot;
        this.points = points;
        this.top = top;
        this.wording = wording;
    }

    /** Draws the ground and gives the axis to draw values on. */
    static TimeAxis of(Canvas canvas, Area area, List<Point> unordered, Wording wording) {
        List<Point> points =
                unordered.stream().sorted(Comparator.comparing(Point::at)).toList();
        double highest =
                points.stream().mapToDouble(p -> p.value().doubleValue()).max().orElse(0);
        double step = roundStep(highest / STEPS);
        int steps = Math.max(1, (int) Math.ceil(highest / step - 1e-9));
        double labels = Type.CAPTION.width(tick(step * steps, wording));
        for (int i = 1; i < steps; i++) {
            labels = Math.max(labels, Type.CAPTION.width(tick(step * i, wording)));
        }
        // Room above the highest value for its label, and beside the last one for its mark.
        Area plot = new Area(
                area.x() + labels + GAP, area.y() + 8, area.width() - labels - GAP - 3, area.height() - 8 - DATES);
        for (int i = 0; i <= steps; i++) {
            double y = plot.bottom() - plot.height() * i / steps;
            canvas.rule(plot.x(), y, plot.right(), y, i == 0 ? Palette.UNKNOWN : Palette.HAIRLINE, 0.5);
            canvas.textUntil(
                    plot.x() - GAP, Type.CAPTION.centred(y), tick(step * i, wording), Type.CAPTION, labels + 0.01);
        }
        return new TimeAxis(canvas, plot, points, step * steps, wording);
    }

    /** 1, 2 or 5 times a power of ten, and never less than one: what is counted here comes in whole pieces. */
    private static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, atLeast))));
        for (double factor : new double[] {1, 2, 5}) {
            if (power * factor >= atLeast) {
                return power * factor;
            }
        }
        return power * 10;
    }

    private static String tick(double value, Wording wording) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return value < 10_000 ? wording.number(exact) : wording.compact(exact);
    }

    private double y(Point point) {
        double share = Math.max(0, point.value().doubleValue()) / top;
        return plot.bottom() - plot.height() * Math.min(1, share);
    }

    void columns() {
        double pitch = plot.width() / points.size();
        double width = Math.max(0.5, Math.min(18, pitch * 0.62));
        for (int i = 0; i < points.size(); i++) {
            double y = y(points.get(i));
            double x = plot.x() + pitch * (i + 0.5);
            if (plot.bottom() - y > 0) {
                canvas.box(x - width / 2, y, width, plot.bottom() - y, 0, Palette.BLUE, Palette.NONE);
            }
            String value = wording.compact(points.get(i).value());
            if (Type.CAPTION.width(value) <= pitch) {
                canvas.textOn(
                        x, y - 2.5, value, Type.COLUMN.coloured(Palette.INK).sized(6.5), pitch + 1);
            }
        }
        dates(pitch, plot.x() + pitch / 2);
    }

    void line() {
        String value = wording.compact(last().value());
        double right = plot.right() - Type.STRONG.width(value) - GAP;
        long days = Math.max(1, ChronoUnit.DAYS.between(points.get(0).at(), last().at()));
        double day = (right - plot.x()) / days;
        List<Step> line = new ArrayList<>();
        for (Point point : points) {
            double x = points.size() == 1
                    ? right
                    : plot.x() + day * ChronoUnit.DAYS.between(points.get(0).at(), point.at());
            line.add(line.isEmpty() ? new Step.Move(x, y(point)) : new Step.Line(x, y(point)));
        }
        List<Step> ground = new ArrayList<>(line);
        ground.add(new Step.Line(right, plot.bottom()));
        ground.add(new Step.Line(plot.x(), plot.bottom()));
        ground.add(new Step.Close());
        if (points.size() > 1) {
            canvas.shape(ground, Palette.PALE_BLUE, Palette.NONE, 0);
            canvas.shape(line, Palette.NONE, Palette.BLUE, 1.4);
        }
        double end = y(last());
        canvas.shape(Paths.circle(right, end, 2.6), Palette.BLUE, Palette.WHITE, 1);
        canvas.textUntil(plot.right() + 3, Type.STRONG.centred(end), value, Type.STRONG, plot.width() / 2);
        Type type = Type.CAPTION;
        double baseline = plot.bottom() + DATES - 3;
        if (points.size() > 1) {
            canvas.text(plot.x(), baseline, wording.shortDate(points.get(0).at()), type, plot.width() / 2);
        }
        canvas.textUntil(right, baseline, wording.shortDate(last().at()), type, plot.width() / 2);
    }

    private Point last() {
        return points.get(points.size() - 1);
    }

    /** As many dates as there is room for, evenly spread from the first on. */
    private void dates(double pitch, double first) {
        double widest = points.stream()
                .mapToDouble(p -> Type.CAPTION.width(wording.shortDate(p.at())))
                .max()
                .orElse(0);
        int every = Math.max(1, (int) Math.ceil((widest + 4) / pitch));
        double baseline = plot.bottom() + DATES - 3;
        for (int i = 0; i < points.size(); i += every) {
            canvas.textOn(
                    first + i * pitch, baseline, wording.shortDate(points.get(i).at()), Type.CAPTION, widest + 1);
        }
    }
}
