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
            var largestFirst = new ArrayList<Part>(parts);
            largestFirst.sort(Comparator.comparing(Part::value).reversed());
            return entries(largestFirst, Math.max(0, capacity - 1), parts.size(), wording);
        }
        return entries(parts, parts.size(), parts.size(), wording);
    }

    private static List<Entry> entries(List<Part> parts, int shown, int all, Wording wording) {
        var entries = IntStream.range(0, shown)
                .mapToObj(i -> new Entry(
                        wording.label(parts.get(i).label()), parts.get(i).value(), colour(parts.get(i), i)));
        if (shown == all) {
            return entries.toList();
        }
        var rest = parts.subList(shown, parts.size());
        var sum = rest.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var label = wording.text("widget.others", wording.number(BigDecimal.valueOf(rest.size())));
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
                + widest(labels(entries), Type.BODY)
                + widest(briefly(entries, wording), Type.STRONG)
                + widest(shares(entries, total, wording), Type.CAPTION);
    }

    /** Where the labels need the room, numbers get short and shares, which follow from them, are left out. */
    static void draw(Canvas canvas, Area area, List<Entry> entries, BigDecimal total, Wording wording) {
        var labels = Math.min(widest(labels(entries), Type.BODY), area.width() / 2);
        var room = area.width() - SWATCH - 2 * GAP - labels;
        var shares = shares(entries, total, wording);
        var share = widest(shares, Type.CAPTION) + GAP;
        var values =
                entries.stream().map(entry -> wording.number(entry.value())).toList();
        if (widest(values, Type.STRONG) + share > room) {
            values = briefly(entries, wording);
        }
        if (widest(values, Type.STRONG) + share > room) {
            share = 0;
        }
        var value = Math.min(widest(values, Type.STRONG), area.width() / 2);
        var y = area.middle() - entries.size() * PITCH / 2;
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var middle = y + PITCH / 2;
            var baseline = Type.BODY.centred(middle);
            canvas.box(area.x(), middle - SWATCH / 2, SWATCH, SWATCH, 1.5, entry.colour(), Palette.NONE);
            var label = area.width() - SWATCH - 2 * GAP - share - value;
            canvas.text(area.x() + SWATCH + GAP, baseline, entry.label(), Type.BODY, label + 0.01);
            canvas.numberUntil(area.right() - share, baseline, values.get(i), Type.STRONG, value);
            if (share > 0) {
                canvas.textUntil(area.right(), baseline, shares.get(i), Type.CAPTION, share);
            }
            y += PITCH;
        }
    }

    private static List<String> labels(List<Entry> entries) {
        return entries.stream().map(Entry::label).toList();
    }

    private static List<String> shares(List<Entry> entries, BigDecimal total, Wording wording) {
        return entries.stream()
                .map(entry -> wording.percent(entry.value(), total))
                .toList();
    }

    private static List<String> briefly(List<Entry> entries, Wording wording) {
        return entries.stream()
                .map(entry -> Type.STRONG.narrower(wording.number(entry.value()), wording.compact(entry.value())))
                .toList();
    }

    private static double widest(List<String> texts, Type type) {
        return texts.stream().mapToDouble(type::width).max().orElse(0) + 0.01;
    }
}
