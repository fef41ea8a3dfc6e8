package dev.kontor.reporting.snapshots;

import dev.kontor.reporting.dashboards.LocalText;
import dev.kontor.reporting.dashboards.Position;
import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.pages.Grid;
import dev.kontor.reporting.pages.Pages;
import java.util.ArrayList;
import java.util.List;

/** Lets tables show every row: one that is too long goes on below itself, on as many pages as it fills. */
final class WholeTables {

    /** A piece lower than this is not begun at the foot of a page. */
    private static final int SMALLEST = 3;

    private final int nextPage;
    private final Wording wording;
    private final List<Snapshot.Frozen> placed = new ArrayList<>();
    /** Where on the grid the page ends that is being filled. */
    private int pageEnd;

    private WholeTables(int firstPage, int nextPage, Wording wording) {
        this.nextPage = nextPage;
        this.wording = wording;
        this.pageEnd = firstPage;
    }

    /** The widgets in their order, each table as high as it has to be. Tables stand alone in their rows. */
    static List<Snapshot.Frozen> of(List<Snapshot.Frozen> widgets, Pages pages, Wording wording) {
        var tables = new WholeTables(Grid.rows(pages.firstHeight()), Grid.rows(pages.nextHeight()), wording);
        var added = 0;
        for (var widget : widgets) {
            var at = widget.position();
            var moved = new Position(at.x(), at.y() + added, at.width(), at.height());
            added += tables.place(widget, moved);
        }
        return tables.placed;
    }

    /** Answers how many rows of the grid more than it was given the widget took. */
    private int place(Snapshot.Frozen widget, Position at) {
        var table = widget.figures().table();
        if (widget.type() != WidgetType.TABLE || table == null || table.rows().isEmpty()) {
            room(at.y(), at.height());
            placed.add(new Snapshot.Frozen(widget.type(), widget.title(), at, widget.source(), widget.figures()));
            return 0;
        }
        var rows = table.rows();
        var y = at.y();
        var shown = 0;
        while (shown < rows.size()) {
            var needed = heightFor(rows.size() - shown);
            var height = Math.min(room(y, needed), needed);
            var end = Math.min(rows.size(), shown + WidgetType.tableRowsIn(Grid.height(height)));
            var part = Figures.table(new Figures.Table(table.columns(), rows.subList(shown, end)));
            var title = shown == 0 ? widget.title() : continued(widget.title());
            placed.add(new Snapshot.Frozen(
                    widget.type(), title, new Position(at.x(), y, at.width(), height), widget.source(), part));
            y += height;
            shown = end;
        }
        return y - at.y() - at.height();
    }

    /** Rows of the grid that a card with so many rows of a table needs, at most a page. */
    private int heightFor(int rows) {
        var height = SMALLEST;
        while (height < nextPage && WidgetType.tableRowsIn(Grid.height(height)) < rows) {
            height++;
        }
        return height;
    }

    /** Rows of the grid left on the page; where that is too little the page ends above. */
    private int room(int y, int needed) {
        if (pageEnd - y < Math.min(needed, SMALLEST)) {
            pageEnd = y + nextPage;
        }
        return pageEnd - y;
    }

    private LocalText continued(LocalText title) {
        return LocalText.of(wording.text("page.continued", title.in(wording.locale())));
    }
}
