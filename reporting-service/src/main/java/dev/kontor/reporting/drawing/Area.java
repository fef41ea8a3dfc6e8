package dev.kontor.reporting.drawing;

/** A rectangle to draw into. */
record Area(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return y + height / 2;
    }

    double centre() {
        return x + width / 2;
    }

    Area inset(double by) {
        return new Area(x + by, y + by, width - 2 * by, height - 2 * by);
    }

    Area below(double height) {
        return new Area(x, y + height, width, this.height - height);
    }

    Area left(double width) {
        return new Area(x, y, width, height);
    }

    Area rightOf(double width) {
        return new Area(x + width, y, this.width - width, height);
    }
}
