package dev.kontor.reporting.pages;

import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Surface;
import dev.kontor.reporting.drawing.Type;

/**
 * The top and the bottom of every page: partner's logo left, customer's logo right, title, whom it is for, and when.
 * A logo that is not there (null) leaves no hole.
 */
public record Letterhead(Logo partner, Logo customer, String title, String name, String note) {
    private static final double LOGO_WIDTH = 150;
    private static final double LOGO = 38;
    private static final double SMALL_LOGO = 22;
    private static final double TITLE = 16;
    private static final double NAME = 18;
    private static final double NOTE = 14;
    private static final double RULE = 11;
    private static final double CONTENT = 16;
    private static final double SMALL_TITLE = 7;
    private static final double SMALL_RULE = 8;

    /** Draws the head of the first page. */
    void first(PdfBook book) {
        double y = logos(book, LOGO);
        Canvas canvas = new Canvas();
        y += TITLE;
        canvas.text(0, y, title, Type.TITLE.shrunk(title, Paper.CONTENT, 14), Paper.CONTENT);
        if (!name.isBlank()) {
            y += NAME;
            canvas.text(0, y, name, Type.SUBTITLE.shrunk(name, Paper.CONTENT, 8), Paper.CONTENT);
        }
        y += NOTE;
        canvas.text(0, y, note, Type.BODY.coloured(Palette.MUTED), Paper.CONTENT);
        y += RULE;
        canvas.rule(0, y, Paper.CONTENT, y, Palette.HAIRLINE, 0.8);
        put(book.at(Paper.MARGIN, 0), canvas);
    }

    /** Where the content of the first page begins. */
    double firstTop() {
        return below(LOGO) + TITLE + (name.isBlank() ? 0 : NAME) + NOTE + RULE + CONTENT;
    }

    /** Draws the head of a later page, smaller. */
    void next(PdfBook book) {
        double y = logos(book, SMALL_LOGO) + SMALL_TITLE;
        Canvas canvas = new Canvas();
        double titleWidth = Math.min(Type.HEADING.width(title), Paper.CONTENT / 2) + 0.01;
        canvas.text(0, y, title, Type.HEADING, titleWidth);
        canvas.textUntil(
                Paper.CONTENT, y, name, Type.BODY.coloured(Palette.MUTED), Paper.CONTENT - titleWidth - CONTENT);
        y += SMALL_RULE;
        canvas.rule(0, y, Paper.CONTENT, y, Palette.HAIRLINE, 0.8);
        put(book.at(Paper.MARGIN, 0), canvas);
    }

    double nextTop() {
        return below(SMALL_LOGO) + SMALL_TITLE + SMALL_RULE + CONTENT;
    }

    void footer(PdfBook book, double height, String left, String middle, String right) {
        Canvas canvas = new Canvas();
        double third = Paper.CONTENT / 3;
        canvas.rule(0, 0, Paper.CONTENT, 0, Palette.HAIRLINE, 0.5);
        canvas.text(0, 13, left, Type.CAPTION, third);
        canvas.textOn(Paper.CONTENT / 2, 13, middle, Type.CAPTION, third);
        canvas.textUntil(Paper.CONTENT, 13, right, Type.CAPTION, third);
        put(book.at(Paper.MARGIN, height - Paper.FOOTER + 12), canvas);
    }

    private double logos(PdfBook book, double height) {
        double band = band(height);
        if (partner != null) {
            logo(book, partner, Paper.MARGIN, height, band);
        }
        if (customer != null) {
            logo(book, customer, Paper.RIGHT - customer.width(LOGO_WIDTH, height), height, band);
        }
        return below(height);
    }

    /** Both logos stand on the band's middle line. */
    private static void logo(PdfBook book, Logo logo, double left, double height, double band) {
        double drawn = logo.height(LOGO_WIDTH, height);
        book.image(logo, left, Paper.MARGIN + (band - drawn) / 2, logo.width(LOGO_WIDTH, height), drawn);
    }

    private double band(double height) {
        double left = partner == null ? 0 : partner.height(LOGO_WIDTH, height);
        double right = customer == null ? 0 : customer.height(LOGO_WIDTH, height);
        return Math.max(left, right);
    }

    private double below(double height) {
        double band = band(height);
        return Paper.MARGIN + (band > 0 ? band + height / 2 : 0);
    }

    private static void put(Surface surface, Canvas canvas) {
        canvas.drawing(Paper.CONTENT, 0, "").on(surface);
    }
}
