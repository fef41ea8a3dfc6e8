package dev.kontor.reporting.pages;

import java.util.ArrayList;
import java.util.List;

/** Breaks rows into pages: none for what stands below them alone, none for one row. */
public final class PageBreaks {

    /** So many rows stand at least above what is below, where there are as many. */
    private static final int FEWEST_LAST = 3;

    private PageBreaks() {}

    /** The rows of a page. */
    public record Range(int from, int until) {}

    /** How high a row is on the page that begins at another. */
    public interface Height {
        double of(int first, int row);
    }

    /**
     * Each page's rows; the last page has room for what stands below them.
     *
     * @param below its height
     */
    public static List<Range> of(int rows, Height height, double firstHeight, double nextHeight, double below) {
        var pages = new ArrayList<Range>();
        var from = 0;
        while (true) {
            var room = pages.isEmpty() ? firstHeight : nextHeight;
            var until = from;
            while (until < rows && height.of(from, until) <= room) {
                room -= height.of(from, until);
                until++;
            }
            if (until == rows && below <= room) {
                pages.add(new Range(from, until));
                return pages;
            }
            // What comes last is not left alone: it takes some of the rows before it along.
            until = Math.min(until, Math.max(from + 1, rows - FEWEST_LAST));
            pages.add(new Range(from, until));
            from = until;
        }
    }
}
