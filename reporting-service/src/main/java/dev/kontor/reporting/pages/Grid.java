package dev.kontor.reporting.pages;

/** Twelve columns over the width of the paper, rows below each other without end; all in points. */
public final class Grid {
    public static final int COLUMNS = 12;

    private static final double GAP = 12;
    private static final double ROW = 28;
    private static final double COLUMN = (Paper.CONTENT - (COLUMNS - 1) * GAP) / COLUMNS;

    private Grid() {}

    public static double width(int columns) {
        return columns * COLUMN + (columns - 1) * GAP;
    }

    public static double height(int rows) {
        return rows * ROW + (rows - 1) * GAP;
    }

    public static double x(int column) {
        return column * (COLUMN + GAP);
    }

    public static double y(int row) {
        return row * (ROW + GAP);
    }

    /** How many rows fit into a height. */
    public static int rows(double height) {
        return (int) ((height + GAP) / (ROW + GAP));
    }
}
