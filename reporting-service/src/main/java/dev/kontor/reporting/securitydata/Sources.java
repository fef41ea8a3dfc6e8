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

    /** How many licences stand how, read from the same. */
    public static final String LICENSE_STATES = "licenses.status";
    /** What was posted, led by how the licences stand. */
    public static final String ACCOUNT = "account.health";

    private static final List<Source> ALL = List.of(
            source("endpoint.protected", Member.VALUE, NUMBER),
            source("endpoint.coverage", Member.PARTS, BAR, DONUT),
            source("endpoint.health", Member.PARTS, DONUT, BAR),
            source("endpoint.threats", Member.POINTS, BAR, LINE),
            source("endpoint.devices", Member.TABLE, TABLE),
            source("server.protected", Member.VALUE, NUMBER),
            source("server.coverage", Member.PARTS, BAR, DONUT),
            source("server.health", Member.PARTS, DONUT, BAR),
            source("server.threats", Member.POINTS, BAR, LINE),
            source("server.devices", Member.TABLE, TABLE),
            source("email.messages", Member.PARTS, BAR, DONUT),
            source(LICENSES, Member.TABLE, TABLE),
            source(LICENSE_STATES, Member.PARTS, DONUT, BAR),
            source(ACCOUNT, Member.CHECKS, STATUS));

    private Sources() {}

    public static List<Source> all() {
        return ALL;
    }

    public static Optional<Source> find(String code) {
        return ALL.stream().filter(source -> source.code().equals(code)).findFirst();
    }

    /** Whether figures can be posted for it, or follow from what Kontor knows itself. */
    static boolean isPosted(String code) {
        return !code.equals(LICENSES) && !code.equals(LICENSE_STATES);
    }

    private static Source source(String code, Member figures, WidgetType... types) {
        return new Source(code, List.of(types), figures);
    }
}
