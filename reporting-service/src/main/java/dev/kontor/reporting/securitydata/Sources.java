package dev.kontor.reporting.securitydata;

import static dev.kontor.reporting.drawing.WidgetType.BAR;
import static dev.kontor.reporting.drawing.WidgetType.DONUT;
import static dev.kontor.reporting.drawing.WidgetType.LINE;
import static dev.kontor.reporting.drawing.WidgetType.NUMBER;
import static dev.kontor.reporting.drawing.WidgetType.STATUS;
import static dev.kontor.reporting.drawing.WidgetType.TABLE;

import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.securitydata.Source.Member;
import java.util.List;
import java.util.Optional;

/** All sources there are. */
public final class Sources {

    /** Read from the licences rather than posted. */
    public static final String LICENSES = "licenses.usage";

    /** What was posted, led by how the licences stand. */
    public static final String ACCOUNT = "account.health";

    private static final List<Source> ALL = List.of(
            source("endpoint.protected", Member.VALUE, NUMBER),
            source("endpoint.health", Member.PARTS, DONUT, BAR),
            source("endpoint.threats", Member.POINTS, BAR, LINE),
            source("endpoint.devices", Member.TABLE, TABLE),
            source("server.protected", Member.VALUE, NUMBER),
            source("server.health", Member.PARTS, DONUT, BAR),
            source("server.threats", Member.POINTS, BAR, LINE),
            source("server.devices", Member.TABLE, TABLE),
            source("email.messages", Member.PARTS, BAR, DONUT),
            source(LICENSES, Member.TABLE, TABLE),
            source(ACCOUNT, Member.CHECKS, STATUS));

    private Sources() {}

    public static List<Source> all() {
        return ALL;
    }

    public static Optional<Source> find(String code) {
        return ALL.stream().filter(source -> source.code().equals(code)).findFirst();
    }

    private static Source source(String code, Member figures, WidgetType... types) {
        return new Source(code, List.of(types), figures);
    }
}
