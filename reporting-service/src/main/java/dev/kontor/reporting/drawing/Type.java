package dev.kontor.reporting.drawing;

import java.util.List;

/** The typographic scale: a face, a size in points, a colour. */
public record Type(Face face, double size, int colour) {
    public static final Type TITLE = new Type(Face.BOLD, 20, Palette.INK);
    public static final Type SUBTITLE = new Type(Face.REGULAR, 11, Palette.INK);
    public static final Type FIGURE = new Type(Face.BOLD, 24, Palette.INK);
    public static final Type HEADING = new Type(Face.BOLD, 9, Palette.INK);
    public static final Type BODY = new Type(Face.REGULAR, 8, Palette.INK);
    public static final Type STRONG = new Type(Face.BOLD, 8, Palette.INK);
    public static final Type CAPTION = new Type(Face.REGULAR, 7, Palette.MUTED);
    public static final Type COLUMN = new Type(Face.BOLD, 7, Palette.MUTED);

    /** Height of the capitals, by which text is centred. */
    private static final double CAPITALS = 0.714;

    public Type sized(double points) {
        return new Type(face, points, colour);
    }

    public Type coloured(int other) {
        return new Type(face, size, other);
    }

    /** The same, smaller where the text would not fit, but never below the given size. */
    public Type shrunk(String text, double width, double smallest) {
        var fitting = Math.floor(2 * size * width / Math.max(width(text), 1)) / 2;
        return sized(Math.max(smallest, Math.min(size, fitting)));
    }

    /** Of two ways to write the same, the one that takes less room. */
    String narrower(String one, String other) {
        return width(other) < width(one) ? other : one;
    }

    public double width(String text) {
        return face.width(face.shown(text), size);
    }

    public String fit(String text, double width) {
        return face.fit(text, size, width);
    }

    /** The whole text in lines that fit into the width. */
    public List<String> lines(String text, double width) {
        return face.lines(text, size, width);
    }

    /** The baseline that centres capitals on the given height. */
    public double centred(double middle) {
        return middle + size * CAPITALS / 2;
    }
}
