package dev.kontor.reporting.snapshots;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.platform.web.CsvForm;
import dev.kontor.reporting.Conformance;
import dev.kontor.reporting.PdfText;
import dev.kontor.reporting.Samples;
import dev.kontor.reporting.dashboards.LocalText;
import dev.kontor.reporting.dashboards.Position;
import dev.kontor.reporting.drawing.WidgetType;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.pages.Logo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What becomes of a snapshot: the same in every format, and every time. */
class SnapshotTest {

    private static final Instant AT = Instant.parse("2026-11-22T14:05:00Z");
    private static final Wording GERMAN = Wording.of(Locale.GERMAN);

    @Test
    void everyTextOfEveryWidgetIsInThePdf() {
        var snapshot = snapshot(Samples::ordinary);
        var text = PdfText.of(pages(snapshot).pdf()).replaceAll("\\s+", "");

        snapshot.widgets().forEach(widget -> assertThat(widget.draw(GERMAN).texts())
                .allSatisfy(drawn -> assertThat(text).contains(drawn.replaceAll("\\s+", ""))));
        assertThat(text).contains("ZentraleÜbersicht", "BäckereiMüller", "22.November2026,14:05Uhr(UTC)", "Seite1von");
    }

    @Test
    void asManyPagesAsNeededAreNumbered() {
        var pdf = pages(snapshot(Samples::awkward)).pdf();

        var pages = PdfText.pages(pdf);
        assertThat(pages).isGreaterThan(1);
        assertThat(PdfText.ofPage(pdf, pages)).contains("Seite " + pages + " von " + pages, "Bäckerei Müller");
    }

    @Test
    void theSameSnapshotGivesTheSameBytes() {
        assertThat(pages(snapshot(Samples::awkward)).pdf())
                .isEqualTo(pages(snapshot(Samples::awkward)).pdf());
        assertThat(Raster.png(pages(snapshot(Samples::ordinary)).onOneSheet()))
                .isEqualTo(Raster.png(pages(snapshot(Samples::ordinary)).onOneSheet()));
    }

    @Test
    void itIsTaggedAndToBeKeptForLongAsVeraPDFSeesIt() {
        assertThat(Conformance.violations(pages(snapshot(Samples::ordinary)).pdf()))
                .isEmpty();
        assertThat(Conformance.violations(pages(snapshot(Samples::awkward)).pdf()))
                .isEmpty();
        assertThat(Conformance.violations(pages(snapshot(type -> Figures.NONE)).pdf()))
                .isEmpty();
    }

    @Test
    void aReportShowsEveryRowOfATableOverAsManyPagesAsItTakes() {
        var snapshot = snapshot(Samples::awkward);
        var pdf = new SnapshotPages(new Edition(snapshot, "3fa412cd9e77aa01bbcc", AT, Locale.GERMAN, true), null, null)
                .pdf();
        var text = PdfText.of(pdf);
        assertThat(text.lines().filter(line -> line.endsWith("12.345 20.11.2026")))
                .hasSize(200);
        assertThat(text).contains("table (Fortsetzung)");
    }

    @Test
    void theHeadNamesThePeriodItsFiguresSpeakOf() {
        var text = PdfText.of(pages(snapshot(Samples::ordinary)).pdf());
        assertThat(text).contains("1. Januar 2026 bis 30. Januar 2026  ·  Stand: 22. November 2026, 14:05 Uhr (UTC)");
    }

    @Test
    void aSnapshotSurvivesBeingStoredWithTheSameHash() {
        var snapshot = snapshot(Samples::awkward);
        var json = CanonicalJson.write(snapshot);

        assertThat(CanonicalJson.read(json)).isEqualTo(snapshot);
        assertThat(CanonicalJson.write(CanonicalJson.read(json))).isEqualTo(json);
        assertThat(CanonicalJson.hash(json))
                .hasSize(64)
                .isNotEqualTo(CanonicalJson.hash(CanonicalJson.write(snapshot(Samples::ordinary))));
    }

    @Test
    void aPictureShowsTheWholeDashboard() throws IOException {
        var png = Raster.png(pages(snapshot(Samples::awkward)).onOneSheet());

        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1190);
        assertThat(image.getHeight()).isGreaterThan(1684);
    }

    @Test
    void aNameThatCannotBeSetIsSaid() throws IOException {
        var widgets = snapshot(Samples::ordinary).widgets();
        var snapshot = new Snapshot(party("p"), party("সাইবার নিরাপত্তা"), LocalText.of("Overview"), widgets);

        assertThat(PdfText.of(pages(snapshot).pdf()).replaceAll("\\s+", " "))
                .contains("keine Schrift gibt: der Name des Kunden");
        assertThat(PdfText.of(pages(snapshot(Samples::ordinary)).pdf())).doesNotContain("keine Schrift gibt");
    }

    /** C20: seen as the font's rules have it, and searched, copied and heard as it was written. */
    @Test
    void namesInScriptsThatAreShapedAreReadAsTheyWereWritten() throws IOException {
        var widgets = snapshot(Samples::ordinary).widgets();
        for (var name :
                List.of("साइबर सुरक्षा प्रौद्योगिकी", "பாதுகாப்பு தமிழ்", "ที่ปรึกษา น้ำ", "Schild 🛡 Kern 👩🏽‍💻")) {
            var pdf = pages(new Snapshot(party("p"), party(name), LocalText.of("Overview"), widgets))
                    .pdf();

            assertThat(PdfText.of(pdf)).doesNotContain("keine Schrift gibt");
            var letters = PdfText.letters(pdf).stream().map(PdfText.Run::text).collect(joining());
            assertThat(letters.replace("\u200D", "")).contains(name.replace("\u200D", ""));
            assertThat(Conformance.violations(pdf)).isEmpty();
        }
    }

    @Test
    void csvIsForProgramsAndRunsNothingInASpreadsheet() {
        var snapshot = new Snapshot(
                party("p"),
                party("c"),
                LocalText.of("d"),
                List.of(new Snapshot.Frozen(
                        WidgetType.DONUT,
                        LocalText.of("=cmd(), \"x\""),
                        new Position(0, 0, 6, 4),
                        "endpoint.health",
                        Samples.ordinary(WidgetType.DONUT))));

        assertThat(SnapshotCsv.of(snapshot, GERMAN, CsvForm.of(null, null)))
                .startsWith("\ufeffwidget,source,row,column,value\r\n")
                .contains("\"'=cmd(), \"\"x\"\"\",endpoint.health,In Ordnung,value,1120\r\n");
    }

    private static SnapshotPages pages(Snapshot snapshot) {
        return new SnapshotPages(
                new Edition(snapshot, "3fa412cd9e77aa01bbcc", AT, Locale.GERMAN, false),
                Logo.of(Samples.logo(400, 80)),
                Logo.of(Samples.logo(200, 200)));
    }

    private static Snapshot snapshot(Function<WidgetType, Figures> figures) {
        var widgets = new ArrayList<Snapshot.Frozen>();
        var y = 0;
        for (var type : WidgetType.values()) {
            var title = type.name().toLowerCase(Locale.ROOT);
            widgets.add(new Snapshot.Frozen(
                    type, LocalText.of(title), new Position(0, y, 12, 5), "source." + title, figures.apply(type)));
            y += 5;
        }
        return new Snapshot(
                party("Nordlicht IT"),
                party("Bäckerei Müller"),
                new LocalText("Central overview", "Zentrale Übersicht"),
                widgets);
    }

    private static Snapshot.Party party(String name) {
        return new Snapshot.Party(name, null);
    }
}
