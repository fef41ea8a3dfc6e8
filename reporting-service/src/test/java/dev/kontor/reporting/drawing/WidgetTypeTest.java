package dev.kontor.reporting.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.reporting.Samples;
import dev.kontor.reporting.figures.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WidgetTypeTest {

    private static final double SLACK = 1.0;

    private final Wording english = Wording.of(Locale.ENGLISH);
    private final Wording german = Wording.of(Locale.GERMAN);

    @ParameterizedTest
    @EnumSource(WidgetType.class)
    void withoutFiguresAWidgetSaysSo(WidgetType type) {
        assertThat(type.draw("Title", Figures.NONE, 250, 148, english).texts()).containsExactly("Title", "No data yet");
        assertThat(type.draw("Titel", Figures.NONE, 250, 148, german).texts())
                .containsExactly("Titel", "Noch keine Daten");
    }

    @ParameterizedTest
    @EnumSource(WidgetType.class)
    void nothingIsDrawnOutsideTheCardHoweverLongOrLarge(WidgetType type) {
        for (var size : new double[][] {{75, 68}, {119, 108}, {250, 148}, {511, 548}}) {
            for (var figures : List.of(Samples.ordinary(type), Samples.awkward(type))) {
                var drawing = type.draw(Samples.LONG_NAME, figures, size[0], size[1], german);
                assertThat(drawing.marks()).allSatisfy(mark -> assertThat(outside(mark, drawing))
                        .as("%s on %s × %s", mark, size[0], size[1])
                        .isFalse());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WidgetType.class)
    void aNumberIsWrittenShortRatherThanCut(WidgetType type) {
        for (var width : new double[] {75, 119, 163, 250}) {
            assertThat(type.draw("Titel", Samples.awkward(type), width, 148, german)
                            .texts())
                    .noneMatch(text -> text.matches("[\\d.,]*\\d[\\d.,]*…"));
        }
    }

    @Test
    void columnsSayEveryValueOrNone() {
        var month = Samples.ordinary(WidgetType.LINE);

        assertThat(WidgetType.BAR.draw("Titel", month, 511, 148, german).texts())
                .filteredOn("17"::equals)
                .hasSize(10);
        assertThat(WidgetType.BAR.draw("Titel", month, 163, 148, german).texts())
                .doesNotContain("17", "5,0")
                .contains("0", "20");
    }

    private static boolean outside(Mark mark, Drawing drawing) {
        return points(mark)
                .anyMatch(p -> p[0] < -SLACK
                        || p[1] < -SLACK
                        || p[0] > drawing.width() + SLACK
                        || p[1] > drawing.height() + SLACK
                        || Double.isNaN(p[0] + p[1]));
    }

    private static Stream<double[]> points(Mark mark) {
        if (mark instanceof Mark.Box box) {
            return Stream.of(
                    new double[] {box.x(), box.y()}, new double[] {box.x() + box.width(), box.y() + box.height()});
        }
        if (mark instanceof Mark.Rule rule) {
            return Stream.of(new double[] {rule.x1(), rule.y1()}, new double[] {rule.x2(), rule.y2()});
        }
        if (mark instanceof Mark.Text text) {
            return Stream.of(
                    new double[] {text.x(), text.y() - text.size()}, new double[] {text.x() + text.width(), text.y()});
        }
        return mark instanceof Mark.Shape shape
                ? shape.steps().stream()
                        .filter(step -> !(step instanceof Step.Close))
                        .map(WidgetTypeTest::end)
                : Stream.of();
    }

    private static double[] end(Step step) {
        if (step instanceof Step.Move to) {
            return new double[] {to.x(), to.y()};
        }
        if (step instanceof Step.Line to) {
            return new double[] {to.x(), to.y()};
        }
        var to = (Step.Curve) step;
        return new double[] {to.x(), to.y()};
    }
}
