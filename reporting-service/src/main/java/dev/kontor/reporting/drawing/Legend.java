package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names the parts of a whole, in the order they are drawn: sign, label, value, share. */
final class Legend {
    private static final double PITCH = 13;
    private static final double SWATCH = 6;
    private static final double GAP = 6;

    private Legend() {}

    /** A part with the colour it is drawn in. */
    record Entry(String label, BigDecimal value, int colour) {}

    static int capacity(double height) {
        return Math.max(1, (int) (height / PITCH));
    }

    /** The parts that fit, the rest summed up in one last entry. */
    static List<Entry> entries(List<Part> parts, int capacity, Wording wording) {
        if (parts.size() > capacity) {
            List<Part> largestFirst = new ArrayList<>(parts);
            largestFirst.sort(Comparator.comparing(Part::value).reversed());
            return entries(largestFirst, Math.max(0, capacity - 1), parts.size(), wording);
        }
        return entries(parts, parts.size(), parts.size(), wording);
    }

    private static List<Entry> entries(List<Part> parts, int shown, int all, Wording wording) {
        Stream<Entry> entries = IntStream.range(0, shown)
                .mapToObj(i -> new Entry(
                        wording.label(parts.get(i).label()), parts.get(i).value(), colour(parts.get(i), i)));
        if (shown == all) {
            return entries.toList();
        }
        List<Part> rest = parts.subList(shown, parts.size());
        BigDecimal sum = rest.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        String label = wording.text("widget.others", wording.number(BigDecimal.valueOf(rest.size())));
        return Stream.concat(entries, Stream.of(new Entry(label, sum, Palette.UNKNOWN)))
                .toList();
    }

    static int colour(Part part, int index) {
        return part.state() == null ? Palette.step(index) : colour(part.state());
    }

    static int colour(Figures.Signal signal) {
        return switch (signal) {
            case GOOD -> Palette.GOOD;
            case WARNING -> Palette.WARNING;
            case BAD -> Palette.BAD;
            case UNKNOWN -> Palette.UNKNOWN;
        };
    }

    /** The width at which no label is cut. */
    static double width(List<Entry> entries, BigDecimal total, Wording wording) {
        return SWATCH
                + 3 * GAP
                + widest(entries.stream().map(Entry::label), Type.BODY)
                + widest(entries.stream().map(e -> wording.number(e.value())), Type.STRONG)
                + widest(entries.stream().map(e -> wording.percent(e.value(), total)), Type.CAPTION);
    }

    static void draw(Canvas canvas, Area area, List<Entry> entries, BigDecimal total, Wording wording) {
        double percents = widest(entries.stream().map(e -> wording.percent(e.value(), total)), Type.CAPTION);
        double values =
                Math.min(widest(entries.stream().map(e -> wording.number(e.value())), Type.STRONG), area.width() / 3);
        double y = area.middle() - entries.size() * PITCH / 2;
        for (Entry entry : entries) {
            double middle = y + PITCH / 2;
            double baseline = Type.BODY.centred(middle);
            canvas.box(area.x(), middle - SWATCH / 2, SWATCH, SWATCH, 1.5, entry.colour(), Palette.NONE);
            double labels = area.width() - SWATCH - GAP - percents - values - 2 * GAP;
            canvas.text(area.x() + SWATCH + GAP, baseline, entry.label(), Type.BODY, labels);
            String value = number(entry.value(), values, wording);
            canvas.textUntil(area.right() - percents - GAP, baseline, value, Type.STRONG, values);
            canvas.textUntil(
                    area.right(), baseline, wording.percent(entry.value(), total), Type.CAPTION, percents + 0.01);
            y += PITCH;
        }
    }

    private static String number(BigDecimal value, double width, Wording wording) {
        String text = wording.number(value);
        return Type.STRONG.width(text) <= width + 0.01 ? text : wording.compact(value);
    }

    private static double widest(Stream<String> texts, Type type) {
        return texts.mapToDouble(type::width).max().orElse(0) + 0.01;
    }
}
