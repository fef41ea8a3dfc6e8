package dev.kontor.reporting.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.platform.web.InputError;
import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.securitydata.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridRulesTest {

    @Test
    void widgets_side_by_side_are_fine() {
        assertThat(errors(at("a", 0, 0, 6, 4), at("b", 6, 0, 6, 4), at("c", 0, 4, 12, 4)))
                .isEmpty();
    }

    @Test
    void widgets_must_not_overlap() {
        assertThat(errors(at("a", 0, 0, 6, 4), at("b", 5, 3, 6, 4)))
                .containsExactly("/widgets/1/position widget-overlap [a]");
    }

    @Test
    void nothing_stands_outside_the_grid() {
        assertThat(errors(at("a", 8, 0, 6, 4))).containsExactly("/widgets/0/position/x out-of-range [0, 6]");
        assertThat(errors(at("a", -1, 0, 6, 4))).containsExactly("/widgets/0/position/x out-of-range [0, 6]");
        assertThat(errors(at("a", 0, 59, 6, 4))).containsExactly("/widgets/0/position/y out-of-range [0, 56]");
        assertThat(errors(at("a", 0, Integer.MAX_VALUE, 6, 4)))
                .containsExactly("/widgets/0/position/y out-of-range [0, 56]");
    }

    @Test
    void a_widget_has_a_sane_size() {
        assertThat(errors(at("a", 0, 0, 13, 4))).containsExactly("/widgets/0/position/width out-of-range [2, 12]");
        assertThat(errors(at("a", 0, 0, 6, 15))).containsExactly("/widgets/0/position/height out-of-range [2, 14]");
        assertThat(errors(at("a", 0, 0, 6, 0))).containsExactly("/widgets/0/position/height out-of-range [2, 14]");
    }

    @Test
    void an_id_is_there_once() {
        assertThat(errors(at("a", 0, 0, 6, 4), at("a", 6, 0, 6, 4)))
                .containsExactly("/widgets/1/id widget-id-twice [a]");
    }

    @Test
    void a_source_is_known_and_can_be_shown_like_that() {
        assertThat(errors(new Widget("a", WidgetType.TABLE, LocalText.of("t"), new Position(0, 0, 6, 4), "x.y")))
                .containsExactly("/widgets/0/source unknown-source [x.y]");
        assertThat(errors(new Widget(
                        "a", WidgetType.TABLE, LocalText.of("t"), new Position(0, 0, 6, 4), "endpoint.health")))
                .containsExactly("/widgets/0/type widget-type [endpoint.health, table]");
    }

    @Test
    void the_vendors_dashboards_keep_the_rules_and_show_every_source() {
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
