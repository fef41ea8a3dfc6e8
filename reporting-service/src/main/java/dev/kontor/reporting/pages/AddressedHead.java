package dev.kontor.reporting.pages;

import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Role;
import dev.kontor.reporting.drawing.Type;
import java.util.List;

/**
 * The top of the first page of what somebody pays by: to whom, from whom, the days and numbers, and what it comes to.
 *
 * @param from null where nobody is known
 * @param total what stands in the bar below
 */
public record AddressedHead(Party to, Party from, List<Fact> facts, Fact total) {

    private static final double LINE = 11.5;
    private static final double COLUMN = Paper.CONTENT / 2 - 10;
    private static final double RIGHT = Paper.CONTENT / 2 + 10;
    private static final double LABEL = 96;
    private static final double TOTAL = 30;

    /**
     * Somebody with name and address, line by line.
     *
     * @param label what stands above
     */
    public record Party(String label, List<String> lines) {}

    /** A label and what stands behind it. */
    public record Fact(String label, String value) {}

    public Drawing draw() {
        var canvas = new Canvas();
        var below = block(canvas, to, 0);
        var left = from == null ? below : block(canvas, from, below + LINE);
        var y = Math.max(left, facts(canvas)) + LINE;
        total(canvas, y);
        return canvas.drawing(Paper.CONTENT, y + TOTAL, "");
    }

    /** Where it ends. */
    private static double block(Canvas canvas, Party party, double top) {
        var y = top + LINE;
        text(canvas, 0, y, party.label(), Type.CAPTION);
        for (var i = 0; i < party.lines().size(); i++) {
            var type = i == 0 ? Type.STRONG.sized(9) : Type.BODY.sized(9);
            for (var line : type.lines(party.lines().get(i), COLUMN)) {
                y += LINE;
                text(canvas, 0, y, line, type);
            }
        }
        return y;
    }

    private static void text(Canvas canvas, double x, double y, String text, Type type) {
        canvas.as(Role.PARAGRAPH, () -> canvas.text(x, y, text, type, COLUMN + 0.01));
    }

    private double facts(Canvas canvas) {
        var y = LINE;
        for (var fact : facts) {
            var values = Type.BODY.sized(9).lines(fact.value(), COLUMN - LABEL);
            for (var i = 0; i < values.size(); i++) {
                y += LINE;
                if (i == 0) {
                    text(canvas, RIGHT, y, fact.label(), Type.BODY.sized(9).coloured(Palette.MUTED));
                }
                text(canvas, RIGHT + LABEL, y, values.get(i), Type.BODY.sized(9));
            }
        }
        return y;
    }

    private void total(Canvas canvas, double y) {
        canvas.box(0, y, Paper.CONTENT, TOTAL - 4, 3, Palette.WASH, Palette.NONE);
        var type = Type.STRONG.sized(11);
        var baseline = type.centred(y + (TOTAL - 4) / 2);
        canvas.as(Role.PARAGRAPH, () -> {
            canvas.text(10, baseline, total.label(), type, COLUMN);
            canvas.numberUntil(Paper.CONTENT - 10, baseline, total.value(), type, COLUMN);
        });
    }
}
