package dev.kontor.reporting.dashboards;

import dev.kontor.platform.web.InputError;
import dev.kontor.reporting.pages.Grid;
import dev.kontor.reporting.securitydata.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a dashboard's widgets must keep: known sources, fitting types, nothing outside the grid, no overlap. */
final class GridRules {

    /** Four pages; a page of paper holds the highest widget. */
    static final int ROWS = 60;

    static final int HIGHEST = 14;
    static final int NARROWEST = 2;
    static final int LOWEST = 2;

    private GridRules() {}

    static List<InputError> errors(List<Widget> widgets) {
        var errors = new ArrayList<InputError>();
        for (var i = 0; i < widgets.size(); i++) {
            var widget = widgets.get(i);
            var pointer = "/widgets/" + i;
            source(widget, pointer).ifPresent(errors::add);
            place(widget.position(), pointer + "/position").ifPresent(errors::add);
            for (var j = 0; j < i; j++) {
                if (widgets.get(j).id().equals(widget.id())) {
                    errors.add(InputError.pointer(pointer + "/id", "widget-id-twice", widget.id()));
                }
                if (widgets.get(j).position().overlaps(widget.position())) {
                    errors.add(InputError.pointer(
                            pointer + "/position",
                            "widget-overlap",
                            widgets.get(j).id()));
                }
            }
        }
        return errors;
    }

    private static Optional<InputError> source(Widget widget, String pointer) {
        var source = Sources.find(widget.source());
        if (source.isEmpty()) {
            return Optional.of(InputError.pointer(pointer + "/source", "unknown-source", widget.source()));
        }
        if (!source.get().types().contains(widget.type())) {
            var type = widget.type().name().toLowerCase(Locale.ROOT);
            return Optional.of(InputError.pointer(pointer + "/type", "widget-type", widget.source(), type));
        }
        return Optional.empty();
    }

    private static Optional<InputError> place(Position position, String pointer) {
        if (position.width() < NARROWEST || position.width() > Grid.COLUMNS) {
            return Optional.of(InputError.pointer(pointer + "/width", "out-of-range", NARROWEST, Grid.COLUMNS));
        }
        if (position.height() < LOWEST || position.height() > HIGHEST) {
            return Optional.of(InputError.pointer(pointer + "/height", "out-of-range", LOWEST, HIGHEST));
        }
        if (position.x() < 0 || position.x() > Grid.COLUMNS - position.width()) {
            return Optional.of(InputError.pointer(pointer + "/x", "out-of-range", 0, Grid.COLUMNS - position.width()));
        }
        if (position.y() < 0 || position.y() > ROWS - position.height()) {
            return Optional.of(InputError.pointer(pointer + "/y", "out-of-range", 0, ROWS - position.height()));
        }
        return Optional.empty();
    }
}
