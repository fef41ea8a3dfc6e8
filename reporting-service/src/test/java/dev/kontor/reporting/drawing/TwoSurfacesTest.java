package dev.kontor.reporting.drawing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kontor.reporting.PdfText;
import dev.kontor.reporting.Samples;
import dev.kontor.reporting.pages.Paper;
import dev.kontor.reporting.pages.PdfBook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the screen shows and what the page shows lie on each other (architecture decision 7). */
class TwoSurfacesTest {

    private static final double HUNDREDTHS = 0.021;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Wording german = Wording.of(Locale.GERMAN);

    @ParameterizedTest
    @EnumSource(WidgetType.class)
    void everyTextStandsAtTheSamePlace(WidgetType type) throws Exception {
        for (var figures : List.of(Samples.ordinary(type), Samples.awkward(type))) {
            var drawing = type.draw("Größe <&> " + Samples.FOREIGN_NAME, figures, 250, 148, german);
            var texts = svg(drawing).getElementsByTagName("text");
            var letters = PdfText.letters(pdf(drawing));
            var letter = 0;
            for (var i = 0; i < texts.getLength(); i++) {
                var text = (Element) texts.item(i);
                var pieces = pieces(drawing, i);
                var length = pieces.stream()
                        .mapToInt(piece ->
                                piece.glyphs().codePointCount(0, piece.glyphs().length()))
                        .sum();
                var own = letters.subList(letter, letter + length);
                assertThat(own.stream().mapToDouble(PdfText.Run::x).min().orElseThrow())
                        .isCloseTo(number(text, "x"), within(HUNDREDTHS));
                assertThat(own.get(0).y()).isCloseTo(number(text, "y"), within(HUNDREDTHS));
                if (pieces.stream().noneMatch(Piece::fromRight)) {
                    assertThat(own.stream().map(PdfText.Run::text).collect(joining()))
                            .isEqualTo(text.getTextContent());
                }
                letter += length;
            }
            assertThat(letter).isEqualTo(letters.size());
        }
    }

    @ParameterizedTest
    @EnumSource(WidgetType.class)
    void everyPathAndLineGoesThroughTheSamePoints(WidgetType type) throws Exception {
        var drawing = type.draw("Titel", Samples.ordinary(type), 250, 148, german);
        var svg = svg(drawing);
        var page = pathsOf(pdf(drawing));
        for (var tag : List.of("path", "line")) {
            var shapes = svg.getElementsByTagName(tag);
            for (var i = 0; i < shapes.getLength(); i++) {
                var wanted = coordinates((Element) shapes.item(i));
                assertThat(page).as("%s %s", tag, i).anyMatch(path -> same(path, wanted));
            }
        }
    }

    private static List<Piece> pieces(Drawing drawing, int text) {
        var mark = drawing.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .skip(text)
                .findFirst()
                .orElseThrow();
        return Setting.of(mark.face(), mark.text());
    }

    private static boolean same(double[] a, double[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (var i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > HUNDREDTHS) {
                return false;
            }
        }
        return true;
    }

    private static Document svg(Drawing drawing) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Svg.of(drawing).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] pdf(Drawing drawing) {
        var book = new PdfBook(new PdfBook.Imprint("t", "a", Locale.GERMAN, Instant.EPOCH));
        book.put(0, 0, drawing);
        return book.bytes();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static double[] coordinates(Element shape) {
        if (shape.getTagName().equals("line")) {
            return new double[] {number(shape, "x1"), number(shape, "y1"), number(shape, "x2"), number(shape, "y2")};
        }
        return NUMBER.matcher(shape.getAttribute("d"))
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group()))
                .toArray();
    }

    /** The coordinates of every path on the page, from the top as the screen counts. */
    private static List<double[]> pathsOf(byte[] pdf) throws IOException {
        var paths = new ArrayList<double[]>();
        var path = new ArrayList<Double>();
        var operands = new ArrayList<Double>();
        try (var document = Loader.loadPDF(pdf)) {
            var parser = new PDFStreamParser(document.getPage(0));
            for (var token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                if (token instanceof COSNumber number) {
                    operands.add((double) number.floatValue());
                } else if (token instanceof Operator operator) {
                    switch (operator.getName()) {
                        case "m", "l", "c" -> {
                            for (var i = 0; i < operands.size(); i++) {
                                path.add(i % 2 == 0 ? operands.get(i) : Paper.HEIGHT - operands.get(i));
                            }
                        }
                        case "f", "S", "B" -> {
                            paths.add(path.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray());
                            path.clear();
                        }
                        default -> {}
                    }
                    operands.clear();
                }
            }
        }
        return paths;
    }
}
