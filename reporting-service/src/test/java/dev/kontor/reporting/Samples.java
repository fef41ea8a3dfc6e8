package dev.kontor.reporting;

import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.CellKind;
import dev.kontor.reporting.figures.Figures.Check;
import dev.kontor.reporting.figures.Figures.Column;
import dev.kontor.reporting.figures.Figures.Part;
import dev.kontor.reporting.figures.Figures.Point;
import dev.kontor.reporting.figures.Figures.Signal;
import dev.kontor.reporting.figures.Figures.Table;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Figures as they come: ordinary ones, and the awkward ones that break layouts. */
public final class Samples {

    public static final String LONG_NAME =
            "Gebrüder Überländer & Söhne Maschinenbau- und Anlagentechnik GmbH & Co. KG, Zweigniederlassung <Süd>";
    public static final String FOREIGN_NAME = "NB-ä-ß-Ł-日本語-العربية-😀";

    private Samples() {}

    public static BigDecimal number(String value) {
        return new BigDecimal(value);
    }

    public static Figures ordinary(WidgetType type) {
        return switch (type) {
            case NUMBER -> Figures.amount(number("1234"), number("1301"));
            case DONUT, BAR ->
                Figures.parts(List.of(
                        new Part("healthy", number("1120"), Signal.GOOD),
                        new Part("at-risk", number("98"), Signal.WARNING),
                        new Part("unhealthy", number("16"), Signal.BAD)));
            case LINE -> Figures.points(days(30, "17"));
            case TABLE -> Figures.table(devices(5));
            case STATUS ->
                Figures.checks(List.of(
                        new Check("licenses", Signal.GOOD, "3"),
                        new Check("out-of-date", Signal.WARNING, null),
                        new Check("Tamper protection", Signal.BAD, "off")));
        };
    }

    public static Figures awkward(WidgetType type) {
        return switch (type) {
            case NUMBER -> Figures.amount(number("123456789012345"), number("123456789012346"));
            case DONUT, BAR ->
                Figures.parts(IntStream.range(0, 24)
                        .mapToObj(i -> new Part(LONG_NAME + i, number("3").pow(i), null))
                        .toList());
            case LINE -> Figures.points(days(400, "98765432109"));
            case TABLE -> Figures.table(devices(200));
            case STATUS ->
                Figures.checks(IntStream.range(0, 24)
                        .mapToObj(i -> new Check(LONG_NAME, Signal.UNKNOWN, FOREIGN_NAME))
                        .toList());
        };
    }

    private static List<Point> days(int count, String most) {
        var days = new ArrayList<Point>();
        for (var i = 0; i < count; i++) {
            days.add(new Point(LocalDate.of(2026, 1, 1).plusDays(i), i % 3 == 0 ? number(most) : number("5")));
        }
        return days;
    }

    private static Table devices(int count) {
        return new Table(
                List.of(
                        new Column("device", CellKind.TEXT),
                        new Column("user", CellKind.TEXT),
                        new Column("threats", CellKind.NUMBER),
                        new Column("last-seen", CellKind.DATE)),
                IntStream.range(0, count)
                        .mapToObj(i -> List.of(FOREIGN_NAME, i == 0 ? LONG_NAME : "Jörg Weiß", "12345", "2026-11-20"))
                        .toList());
    }

    public static byte[] logo(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < width; x++) {
            image.setRGB(x, x % height, Color.ORANGE.getRGB());
        }
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
