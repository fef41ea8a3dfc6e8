package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.Check;
import dev.kontor.reporting.figures.Figures.Signal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Checks, each with a sign, its name and a word for how it stands. */
final class StatusWidget {
    private static final double PITCH = 17;
    private static final double RADIUS = 5;
    private static final double GAP = 7;

    private StatusWidget() {}

    static boolean draw(Canvas canvas, Area area, Figures figures, Wording wording) {
        var checks = figures.checks();
        if (checks.isEmpty()) {
            return false;
        }
        var capacity = Math.max(1, (int) (area.height() / PITCH));
        var shown = checks.size() <= capacity ? checks.size() : Math.max(1, capacity - 1);
        var y = area.y();
        for (var check : checks.subList(0, shown)) {
            check(canvas, area, y + PITCH / 2, check, wording);
            y += PITCH;
        }
        if (shown < checks.size()) {
            var more = wording.text("widget.more", wording.number(BigDecimal.valueOf(checks.size() - shown)));
            canvas.text(area.x(), Type.CAPTION.centred(y + PITCH / 2), more, Type.CAPTION, area.width());
        }
        return true;
    }

    private static void check(Canvas canvas, Area area, double middle, Check check, Wording wording) {
        var signal = check.state() == null ? Signal.UNKNOWN : check.state();
        sign(canvas, area.x() + RADIUS, middle, signal);
        var word = wording.text("signal." + signal.name().toLowerCase(Locale.ROOT));
        var strong = Type.STRONG;
        var words = strong.width(word);
        var x = area.x() + 2 * RADIUS + GAP;
        var room = area.width() - 2 * RADIUS - GAP - words - GAP;
        var label = strong.fit(wording.label(check.label()), room);
        canvas.text(x, strong.centred(middle), label, Type.BODY, room);
        if (check.detail() != null && !check.detail().isBlank()) {
            var used = Type.BODY.width(label) + GAP;
            if (room - used > 20) {
                var detail = wording.label(check.detail());
                canvas.text(x + used, Type.BODY.centred(middle), detail, Type.CAPTION, room - used);
            }
        }
        canvas.textUntil(area.right(), strong.centred(middle), word, strong, words + 0.01);
    }

    /** Each signal has a shape of its own: tick, exclamation mark, cross, dash. */
    private static void sign(Canvas canvas, double x, double y, Signal signal) {
        int colour = Legend.colour(signal);
        int ink = Palette.on(colour);
        if (signal == Signal.WARNING) {
            canvas.shape(
                    List.of(
                            new Step.Move(x, y - RADIUS),
                            new Step.Line(x + RADIUS + 0.5, y + RADIUS - 0.8),
                            new Step.Line(x - RADIUS - 0.5, y + RADIUS - 0.8),
                            new Step.Close()),
                    colour,
                    Palette.NONE,
                    0);
            canvas.rule(x, y - 1.8, x, y + 1.6, ink, 1.1);
            canvas.rule(x, y + 2.5, x, y + 3.4, ink, 1.1);
            return;
        }
        canvas.shape(Paths.circle(x, y, RADIUS), colour, Palette.NONE, 0);
        List<Step> strokes =
                switch (signal) {
                    case GOOD ->
                        List.of(
                                new Step.Move(x - 2.4, y + 0.1),
                                new Step.Line(x - 0.6, y + 1.9),
                                new Step.Line(x + 2.5, y - 1.7));
                    case BAD ->
                        List.of(
                                new Step.Move(x - 1.9, y - 1.9),
                                new Step.Line(x + 1.9, y + 1.9),
                                new Step.Move(x + 1.9, y - 1.9),
                                new Step.Line(x - 1.9, y + 1.9));
                    default -> List.of(new Step.Move(x - 2.2, y), new Step.Line(x + 2.2, y));
                };
        canvas.shape(strokes, Palette.NONE, ink, 1.2);
    }
}
