package dev.kontor.reporting.drawing;

/** A step of a {@link Mark.Shape}. */
public sealed interface Step {
    record Move(double x, double y) implements Step {}

    record Line(double x, double y) implements Step {}

    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Step {}

    record Close() implements Step {}
}
