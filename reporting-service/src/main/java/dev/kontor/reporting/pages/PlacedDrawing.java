package dev.kontor.reporting.pages;

import dev.kontor.reporting.drawing.Drawing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A drawing in its place on the grid. */
public record PlacedDrawing(int x, int y, int rows, Drawing drawing) {
    int end() {
        return y + rows;
    }

    /** The drawings of one page, moved up to its top. */
    public static Pages.Content page(List<PlacedDrawing> drawings) {
        var first = drawings.stream().mapToInt(PlacedDrawing::y).min().orElse(0);
        return sheet -> drawings.forEach(d -> sheet.put(Grid.x(d.x()), Grid.y(d.y() - first), d.drawing()));
    }

    public static double height(List<PlacedDrawing> drawings) {
        var first = drawings.stream().mapToInt(PlacedDrawing::y).min().orElse(0);
        var end = drawings.stream().mapToInt(PlacedDrawing::end).max().orElse(1);
        return Grid.height(end - first);
    }

    /** A page ends above the first drawing that does not fit; what stands beside or below that one follows it. */
    public static List<List<PlacedDrawing>> split(List<PlacedDrawing> drawings, double firstHeight, double nextHeight) {
        var left = new ArrayList<PlacedDrawing>(drawings);
        left.sort(Comparator.comparingInt(PlacedDrawing::y).thenComparingInt(PlacedDrawing::x));
        var pages = new ArrayList<List<PlacedDrawing>>();
        do {
            var start = left.isEmpty() ? 0 : left.get(0).y();
            var end = start + Grid.rows(pages.isEmpty() ? firstHeight : nextHeight);
            var cut = left.stream()
                    .filter(d -> d.end() > end && d.y() > start)
                    .mapToInt(PlacedDrawing::y)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            pages.add(left.stream().filter(d -> d.y() < cut).toList());
            left.removeIf(d -> d.y() < cut);
        } while (!left.isEmpty());
        return pages;
    }
}
