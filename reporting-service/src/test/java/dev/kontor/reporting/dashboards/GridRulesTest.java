package dev.kontor.reporting.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.platform.web.InputError;
import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.securitydata.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridRulesTest {

    @Test
    void widgetsSideBySideAreFine() {
        assertThat(errors(at("a", 0, 0, 6, 4), at("b", 6, 0, 6, 4), at("c", 0, 4, 12, 4)))
                .isEmpty();
    }

    @Test
    void widgetsMustNotOverlap() {
        assertThat(errors(at("a", 0, 0, 6, 4), at("b", 5, 3, 6, 4)))
                .containsExactly("/widgets/1/position widget-overlap [a]");
    }

    @Test
    void nothingStandsOutsideTheGrid() {
        assertThat(errors(at("a", 8, 0, 6, 4))).containsExactly("/widgets/0/position/x out-of-range [0, 6]");
        assertThat(errors(at("a", -1, 0, 6, 4))).containsExactly("/widgets/0/position/x out-of-range [0, 6]");
        assertThat(errors(at("a", 0, 59, 6, 4))).containsExactly("/widgets/0/position/y out-of-range [0, 56]");
        assertThat(errors(at("a", 0, Integer.MAX_VALUE, 6, 4)))
                .containsExactly("/widgets/0/position/y out-of-range [0, 56]");
    }

    @Test
    void aWidgetHasASaneSize() {
        assertThat(errors(at("a", 0, 0, 13, 4))).containsExactly("/widgets/0/position/width out-of-range [2, 12]");
        assertThat(errors(at("a", 0, 0, 6, 15))).containsExactly("/widgets/0/position/height out-of-range [2, 14]");
        assertThat(errors(at("a", 0, 0, 6, 0))).containsExactly("/widgets/0/position/height out-of-range [2, 14]");
    }

    @Test
    void anIdIsThereOnce() {
        assertThat(errors(at("a", 0, 0, 6, 4), at("a", 6, 0, 6, 4)))
                .containsExactly("/widgets/1/id widget-id-twice [a]");
    }

    @Test
    void aSourceIsKnownAndCanBeShownLikeThat() {
        assertThat(errors(new Widget("a", WidgetType.TABLE, LocalText.of("t"), new Position(0, 0, 6, 4), "x.y")))
                .containsExactly("/widgets/0/source unknown-source [x.y]");
        assertThat(errors(new Widget(
                        "a", WidgetType.TABLE, LocalText.of("t"), new Position(0, 0, 6, 4), "endpoint.health")))
                .containsExactly("/widgets/0/type widget-type [endpoint.health, table]");
    }

    @Test
    void theVendorsDashboardsKeepTheRulesAndShowEverySource() {
        assertThat(VendorDashboards.all())
                .extracting(Dashboard::id)
                .containsExactly("central-overview", "endpoint", "server", "email", "account-health");
        assertThat(VendorDashboards.all()).allSatisfy(dashboard -> assertThat(GridRules.errors(dashboard.widgets()))
                .isEmpty());
        assertThat(VendorDashboards.all().stream()
                        .flatMap(d -> d.widgets().stream())
                        .map(Widget::source))
                .containsAll(Sources.all().stream().map(s -> s.code()).toList());
    }

    private static List<String> errors(Widget... widgets) {
        return GridRules.errors(List.of(widgets)).stream()
                .map(InputError::toString)
                .toList();
    }

    private static Widget at(String id, int x, int y, int width, int height) {
        return new Widget(
                id, WidgetType.DONUT, LocalText.of("t"), new Position(x, y, width, height), "endpoint.health");
    }
}
