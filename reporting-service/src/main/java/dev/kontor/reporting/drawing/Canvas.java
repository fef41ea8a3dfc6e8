package dev.kontor.reporting.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the marks of one drawing; text is measured here and nowhere later. */
public final class Canvas {
    private final List<Mark> marks = new ArrayList<>();

    public void box(double x, double y, double width, double height, double radius, int fill, int stroke) {
        marks.add(new Mark.Box(x, y, width, height, radius, fill, stroke));
    }

    public void rule(double x1, double y1, double x2, double y2, int colour, double weight) {
        marks.add(new Mark.Rule(x1, y1, x2, y2, colour, weight));
    }

    void shape(List<Step> steps, int fill, int stroke, double weight) {
        marks.add(new Mark.Shape(List.copyOf(steps), fill, stroke, weight));
    }

    /** Text from x on, cut to the width. */
    public void text(double x, double baseline, String text, Type type, double width) {
        put(x, baseline, type.fit(text, width), type, 0);
    }

    /** Text that ends at x, cut to the width. */
    public void textUntil(double x, double baseline, String text, Type type, double width) {
        put(x, baseline, type.fit(text, width), type, 1);
    }

    /** A number that ends at x: smaller where it is too wide, since a number cut short is another number. */
    public void numberUntil(double x, double baseline, String number, Type type, double width) {
        textUntil(x, baseline, number, type.shrunk(number, width, type.size() / 2), width);
    }

    /** Text centred on x, cut to the width. */
    public void textOn(double x, double baseline, String text, Type type, double width) {
        put(x, baseline, type.fit(text, width), type, 0.5);
    }

    private void put(double x, double baseline, String shown, Type type, double before) {
        if (!shown.isEmpty()) {
            var width = type.face().width(shown, type.size());
            marks.add(
                    new Mark.Text(x - before * width, baseline, shown, type.face(), type.size(), type.colour(), width));
        }
    }

    /** What is drawn meanwhile is one part. */
    public void as(Role role, Runnable part) {
        as(role, 1, part);
    }

    /** A cell over several columns of its table. */
    public void as(Role role, int columns, Runnable part) {
        marks.add(new Mark.Begin(role, "", columns));
        part.run();
        marks.add(new Mark.End());
    }

    void add(Canvas other) {
        marks.addAll(other.marks);
    }

    /** The other's marks as one picture, whose words are the texts in it. */
    void figure(Canvas other) {
        var words = other.marks.stream()
                .filter(Mark.Text.class::isInstance)
                .map(mark -> ((Mark.Text) mark).text())
                .collect(Collectors.joining(", "));
        marks.add(new Mark.Begin(Role.FIGURE, words, 1));
        add(other);
        marks.add(new Mark.End());
    }

    public Drawing drawing(double width, double height, String title) {
        return new Drawing(width, height, title, marks);
    }
}
