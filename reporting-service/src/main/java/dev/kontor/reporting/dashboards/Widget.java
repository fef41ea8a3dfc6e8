package dev.kontor.reporting.dashboards;

import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.pages.Grid;

/** One widget of a dashboard: what it shows, as what, under which title, where. */
public record Widget(String id, WidgetType type, LocalText title, Position position, String source) {

    /** The one drawing that screen and page show. */
    public Drawing draw(Figures figures, Wording wording) {
        return type.draw(
                title.in(wording.locale()),
                figures,
                Grid.width(position.width()),
                Grid.height(position.height()),
                wording);
    }
}
