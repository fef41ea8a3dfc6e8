package dev.kontor.reporting.drawing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.reporting.figures.Figures;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ways to show figures. */
@Schema(
        description =
                "number: one big figure. donut, bar: parts. line: points over time. table: rows and columns. status: checks with their signals")
public enum WidgetType {
    @JsonProperty("number")
    NUMBER(NumberWidget::draw),
    @JsonProperty("donut")
    DONUT(DonutWidget::draw),
    @JsonProperty("bar")
    BAR(BarWidget::draw),
    @JsonProperty("line")
    LINE(LineWidget::draw),
    @JsonProperty("table")
    TABLE(TableWidget::draw),
    @JsonProperty("status")
    STATUS(StatusWidget::draw);

    private static final double PADDING = 10;
    private static final double CORNER = 5;
    private static final double HEADING = 17;

    private static final double SMALLEST_HEADING = 7.5;
    private static final double SMALLEST_NOTE = 6;

    /** A reference to a static method: it has no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Artist artist;

    WidgetType(Artist artist) {
        this.artist = artist;
    }

    /** Draws figures into an area; false where there is nothing of its kind to show. */
    interface Artist {
        boolean draw(Canvas canvas, Area area, Figures figures, Wording wording);
    }

    /** How many rows of a table a card of this height shows. */
    public static int tableRowsIn(double height) {
        return TableWidget.capacity(height - 2 * PADDING - HEADING);
    }

    /** The whole card: border, title, and the figures or an honest "no data yet". */
    public Drawing draw(String title, Figures figures, double width, double height, Wording wording) {
        var canvas = new Canvas();
        canvas.box(0, 0, width, height, CORNER, Palette.WHITE, Palette.HAIRLINE);
        var card = new Area(0, 0, width, height).inset(PADDING);
        var content = card.below(HEADING);
        var shown = new Canvas();
        var drawn = artist.draw(shown, content, figures, wording);
        canvas.as(Role.SECTION, () -> {
            var heading = Type.HEADING.shrunk(title, card.width(), SMALLEST_HEADING);
            var baseline = card.y() + Type.HEADING.size() - 1;
            canvas.as(Role.HEADING, () -> canvas.text(card.x(), baseline, title, heading, card.width()));
            if (!drawn) {
                canvas.as(Role.PARAGRAPH, () -> empty(canvas, content, wording));
            } else if (this == TABLE) {
                canvas.add(shown);
            } else {
                canvas.figure(shown);
            }
        });
        return canvas.drawing(width, height, Type.HEADING.face().shown(title));
    }

    private static void empty(Canvas canvas, Area content, Wording wording) {
        var text = wording.text("widget.empty");
        var muted = Type.BODY.coloured(Palette.MUTED).shrunk(text, content.width(), SMALLEST_NOTE);
        canvas.textOn(content.centre(), muted.centred(content.middle()), text, muted, content.width());
    }
}
