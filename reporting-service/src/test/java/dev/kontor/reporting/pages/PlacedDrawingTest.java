package dev.kontor.reporting.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.reporting.drawing.Drawing;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacedDrawingTest {

    private static final double TEN_ROWS = Grid.height(10);

    @Test
    void whatFitsStaysOnOnePage() {
        assertThat(split(at(0, 0, 5), at(6, 5, 5))).hasSize(1);
    }

    @Test
    void noWidgetIsCut() {
        assertThat(split(at(0, 0, 8), at(0, 8, 4), at(6, 8, 2)))
                .as("what stands beside the one that doesn't fit goes with it")
                .containsExactly(List.of(at(0, 0, 8)), List.of(at(0, 8, 4), at(6, 8, 2)));
    }

    @Test
    void stairsBreakWhereAStepBegins() {
        assertThat(split(at(0, 0, 6), at(6, 3, 6), at(0, 6, 6), at(6, 9, 6)))
                .containsExactly(List.of(at(0, 0, 6), at(6, 3, 6)), List.of(at(0, 6, 6), at(6, 9, 6)));
    }

    @Test
    void oneThatIsHigherThanAPageHasAPageOfItsOwn() {
        assertThat(split(at(0, 0, 20), at(0, 20, 2))).containsExactly(List.of(at(0, 0, 20)), List.of(at(0, 20, 2)));
    }

    @Test
    void anEmptyDashboardIsOnePage() {
        assertThat(split()).containsExactly(List.of());
    }

    private static List<List<PlacedDrawing>> split(PlacedDrawing... drawings) {
        return PlacedDrawing.split(List.of(drawings), TEN_ROWS, TEN_ROWS);
    }

    private static PlacedDrawing at(int x, int y, int rows) {
        return new PlacedDrawing(x, y, rows, new Drawing(1, 1, "", List.of()));
    }
}
