package dev.kontor.reporting.drawing;

import java.util.List;
import java.util.stream.Stream;

/** A finished picture, in points from its top left corner; the title names it for those who can't see it. */
public record Drawing(double width, double height, String title, List<Mark> marks) {
    public Drawing {
        marks = List.copyOf(marks);
    }

    public void on(Surface surface) {
        marks.forEach(mark -> mark.on(surface));
    }

    /** The texts in the order they are drawn. */
    public Stream<String> texts() {
        return marks.stream().filter(Mark.Text.class::isInstance).map(mark -> ((Mark.Text) mark).text());
    }
}
