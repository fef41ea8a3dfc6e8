package dev.kontor.reporting.drawing;

import java.util.List;

/** One stroke of a drawing. Points, y downwards; a colour is 0xRRGGBB. */
public sealed interface Mark {
    void on(Surface surface);

    /** A rectangle, round at the corners where radius &gt; 0; either colour may be {@link Palette#NONE}. */
    record Box(double x, double y, double width, double height, double radius, int fill, int stroke) implements Mark {
        @Override
        public void on(Surface surface) {
            surface.box(this);
        }
    }

    /** A straight line. */
    record Rule(double x1, double y1, double x2, double y2, int colour, double weight) implements Mark {
        @Override
        public void on(Surface surface) {
            surface.rule(this);
        }
    }

    /** A path of lines and cubic curves, filled, stroked (weight &gt; 0), or both. */
    record Shape(List<Step> steps, int fill, int stroke, double weight) implements Mark {
        @Override
        public void on(Surface surface) {
            surface.shape(this);
        }
    }

    /** One line of text that starts at x on the baseline y; width is its measured width. */
    record Text(double x, double y, String text, Face face, double size, int colour, double width) implements Mark {
        @Override
        public void on(Surface surface) {
            surface.text(this);
        }
    }

    /**
     * What follows, to the matching {@link End}, is one part.
     *
     * @param words what a figure shows
     * @param columns how many columns of a table a cell takes
     */
    record Begin(Role role, String words, int columns) implements Mark {
        @Override
        public void on(Surface surface) {
            surface.begin(this);
        }
    }

    /** The part ends that began last. */
    record End() implements Mark {
        @Override
        public void on(Surface surface) {
            surface.end();
        }
    }
}
