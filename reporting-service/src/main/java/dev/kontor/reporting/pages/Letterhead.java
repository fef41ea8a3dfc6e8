package dev.kontor.reporting.pages;

import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Role;
import dev.kontor.reporting.drawing.Type;

/**
 * The top and the bottom of every page: partner's logo left, customer's logo right, title, whom it is for, and when.
 * A logo that is not there (null) leaves no hole.
 *
 * @param by the partner's name, which its logo stands for
 * @param name whom it is for, which the customer's logo stands for
 */
public record Letterhead(Logo partner, String by, Logo customer, String title, String name, String note) {
    private static final double LOGO_WIDTH = 150;
    private static final double LOGO = 38;
    private static final double SMALL_LOGO = 22;
    private static final double TITLE = 16;
    private static final double NAME = 18;
    private static final double TITLE_LINE = 17;
    private static final double NAME_LINE = 11;
    private static final double NOTE = 14;
    private static final double NOTE_LINE = 11;
    private static final Type NOTE_TYPE = Type.BODY.coloured(Palette.MUTED);
    private static final double RULE = 11;
    private static final double CONTENT = 16;
    private static final double SMALL_TITLE = 7;
    private static final double SMALL_RULE = 8;

    /** Draws the head of the first page. */
    void first(PdfBook book) {
        var titleLine = logos(book, LOGO) + TITLE;
        var canvas = new Canvas();
        canvas.as(Role.TITLE, () -> lines(canvas, titleLine, title, titleType(), TITLE_LINE));
        if (!name.isBlank()) {
            var nameLine = titleLine + more(title, titleType(), TITLE_LINE) + NAME;
            canvas.as(Role.PARAGRAPH, () -> lines(canvas, nameLine, name, nameType(), NAME_LINE));
        }
        var noteLine = titleLine + names() + NOTE;
        if (!note.isBlank()) {
            canvas.as(Role.PARAGRAPH, () -> lines(canvas, noteLine, note, NOTE_TYPE, NOTE_LINE));
        }
        var rule = titleLine + names() + noteHeight() + RULE;
        canvas.rule(0, rule, Paper.CONTENT, rule, Palette.HAIRLINE, 0.8);
        put(book, 0, canvas);
    }

    /** Where the content of the first page begins. */
    double firstTop() {
        return below(LOGO) + TITLE + names() + noteHeight() + RULE + CONTENT;
    }

    private double noteHeight() {
        return note.isBlank() ? 0 : NOTE + more(note, NOTE_TYPE, NOTE_LINE);
    }

    /** What title and name take below the title's first line: both are written out, however long they are (rule 5). */
    private double names() {
        var titleHeight = more(title, titleType(), TITLE_LINE);
        return name.isBlank() ? titleHeight : titleHeight + NAME + more(name, nameType(), NAME_LINE);
    }

    private Type titleType() {
        return Type.TITLE.shrunk(title, Paper.CONTENT, 14);
    }

    private Type nameType() {
        return Type.SUBTITLE.shrunk(name, Paper.CONTENT, 8);
    }

    private static double more(String text, Type type, double leading) {
        return Math.max(0, type.lines(text, Paper.CONTENT).size() - 1) * leading;
    }

    private static void lines(Canvas canvas, double first, String text, Type type, double leading) {
        var baseline = first;
        for (var line : type.lines(text, Paper.CONTENT)) {
            canvas.text(0, baseline, line, type, Paper.CONTENT);
            baseline += leading;
        }
    }

    /** Draws the head of a later page, smaller. */
    void next(PdfBook book) {
        book.repeated(() -> {
            var y = logos(book, SMALL_LOGO) + SMALL_TITLE;
            var canvas = new Canvas();
            var titleWidth = Math.min(Type.HEADING.width(title), Paper.CONTENT / 2) + 0.01;
            canvas.text(0, y, title, Type.HEADING, titleWidth);
            canvas.textUntil(
                    Paper.CONTENT, y, name, Type.BODY.coloured(Palette.MUTED), Paper.CONTENT - titleWidth - CONTENT);
            canvas.rule(0, y + SMALL_RULE, Paper.CONTENT, y + SMALL_RULE, Palette.HAIRLINE, 0.8);
            put(book, 0, canvas);
        });
    }

    double nextTop() {
        return below(SMALL_LOGO) + SMALL_TITLE + SMALL_RULE + CONTENT;
    }

    void footer(PdfBook book, double height, String left, String middle, String right) {
        var canvas = new Canvas();
        var third = Paper.CONTENT / 3;
        canvas.rule(0, 0, Paper.CONTENT, 0, Palette.HAIRLINE, 0.5);
        canvas.text(0, 13, left, Type.CAPTION, third);
        canvas.textOn(Paper.CONTENT / 2, 13, middle, Type.CAPTION, third);
        canvas.textUntil(Paper.CONTENT, 13, right, Type.CAPTION, third);
        book.repeated(() -> put(book, height - Paper.FOOTER + 12, canvas));
    }

    private double logos(PdfBook book, double height) {
        var band = band(height);
        if (partner != null) {
            logo(book, partner, by, Paper.MARGIN, height, band);
        }
        if (customer != null) {
            logo(book, customer, name, Paper.RIGHT - customer.width(LOGO_WIDTH, height), height, band);
        }
        return below(height);
    }

    /** Both logos stand on the band's middle line. */
    private static void logo(PdfBook book, Logo logo, String words, double left, double height, double band) {
        var drawn = logo.height(LOGO_WIDTH, height);
        book.image(logo, words, left, Paper.MARGIN + (band - drawn) / 2, logo.width(LOGO_WIDTH, height), drawn);
    }

    private double band(double height) {
        var left = partner == null ? 0 : partner.height(LOGO_WIDTH, height);
        var right = customer == null ? 0 : customer.height(LOGO_WIDTH, height);
        return Math.max(left, right);
    }

    private double below(double height) {
        var band = band(height);
        return Paper.MARGIN + (band > 0 ? band + height / 2 : 0);
    }

    private static void put(PdfBook book, double top, Canvas canvas) {
        book.put(Paper.MARGIN, top, canvas.drawing(Paper.CONTENT, 0, ""));
    }
}
