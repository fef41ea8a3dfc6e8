package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures;

/** Values over time as a line; the last one is marked and said. */
final class LineWidget {
    private LineWidget() {}

    static boolean draw(Canvas canvas, Area area, Figures figures, Wording wording) {
        if (figures.points().isEmpty()) {
            return false;
        }
        TimeAxis.of(canvas, area, figures.points(), wording).line();
        return true;
    }
}
