package dev.kontor.reporting.drawing;

import java.util.ArrayList;
import java.util.List;

/** Round things, as cubic curves, so that every surface draws the same outline. */
final class Paths {
    private static final double QUARTER = Math.PI / 2;
    /** A full ring is two arcs on each side; a curve of more than a quarter turn would leave the circle visibly. */
    private static final double FULL = 2 * Math.PI;

    private Paths() {}

    static List<Step> circle(double x, double y, double radius) {
        var steps = new ArrayList<Step>();
        steps.add(point(x, y, radius, 0, true));
        arc(steps, x, y, radius, 0, FULL);
        steps.add(new Step.Close());
        return steps;
    }

    /** A piece of a ring; angles in radians, clockwise from twelve o'clock. */
    static List<Step> ring(double x, double y, double outer, double inner, double from, double to) {
        var steps = new ArrayList<Step>();
        var whole = to - from >= FULL - 1e-9;
        steps.add(point(x, y, outer, from, true));
        arc(steps, x, y, outer, from, to);
        if (whole) {
            steps.add(new Step.Close());
        }
        steps.add(point(x, y, inner, to, whole));
        arc(steps, x, y, inner, to, from);
        steps.add(new Step.Close());
        return steps;
    }

    private static Step point(double x, double y, double radius, double angle, boolean move) {
        var px = x + radius * Math.sin(angle);
        var py = y - radius * Math.cos(angle);
        return move ? new Step.Move(px, py) : new Step.Line(px, py);
    }

    private static void arc(List<Step> steps, double x, double y, double radius, double from, double to) {
        var pieces = Math.max(1, (int) Math.ceil(Math.abs(to - from) / QUARTER));
        var turn = (to - from) / pieces;
        var pull = 4.0 / 3.0 * Math.tan(turn / 4) * radius;
        for (var i = 0; i < pieces; i++) {
            var a = from + i * turn;
            var b = a + turn;
            var bx = x + radius * Math.sin(b);
            var by = y - radius * Math.cos(b);
            steps.add(new Step.Curve(
                    x + radius * Math.sin(a) + pull * Math.cos(a),
                    y - radius * Math.cos(a) + pull * Math.sin(a),
                    bx - pull * Math.cos(b),
                    by - pull * Math.sin(b),
                    bx,
                    by));
        }
    }
}
