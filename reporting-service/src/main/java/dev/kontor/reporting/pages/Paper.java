package dev.kontor.reporting.pages;

/** A4, in points; heights count from the top. */
public final class Paper {
    public static final double WIDTH = 595.28;
    public static final double HEIGHT = 841.89;
    public static final double MARGIN = 42;
    public static final double CONTENT = WIDTH - 2 * MARGIN;
    public static final double RIGHT = WIDTH - MARGIN;
    /** From here to the end of the page stands the footer. */
    public static final double FOOTER = 48;

    private Paper() {}
}
