package dev.kontor.reporting.pages;

import com.lowagie.text.Document;
import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import dev.kontor.reporting.drawing.PdfPage;
import dev.kontor.reporting.drawing.Surface;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** A PDF in the making, drawn page by page. Its bytes follow from its content alone. */
public final class PdfBook {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    private final Document document;
    private final PdfWriter writer;
    private final double height;

    /** The document's title and author, its language, and the time its content was frozen, which is its date. */
    public record Imprint(String title, String author, Locale language, Instant frozenAt) {}

    public PdfBook(Imprint imprint) {
        this(imprint, Paper.HEIGHT);
    }

    /** With pages of the given height, in points: a picture of a whole dashboard is one long page. */
    public PdfBook(Imprint imprint, double height) {
        this.height = height;
        document = new Document(new Rectangle((float) Paper.WIDTH, (float) height));
        writer = PdfWriter.getInstance(document, bytes);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        document.addTitle(imprint.title());
        document.addAuthor(imprint.author());
        document.open();
        PdfDate date = new PdfDate(calendar(imprint.frozenAt()));
        writer.getInfo().put(PdfName.CREATIONDATE, date);
        writer.getInfo().put(PdfName.MODDATE, date);
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(imprint.language().toLanguageTag()));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    }

    private static GregorianCalendar calendar(Instant instant) {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }

    /** The page's surface with its origin at the given point, counted from the top left corner. */
    public Surface at(double left, double top) {
        return new PdfPage(writer.getDirectContent(), left, height - top);
    }

    void image(Logo logo, double left, double top, double width, double imageHeight) {
        Image image = logo.copy();
        image.scaleAbsolute((float) width, (float) imageHeight);
        image.setAbsolutePosition((float) left, (float) (height - top - imageHeight));
        writer.getDirectContent().addImage(image);
    }

    public void nextPage() {
        document.newPage();
    }

    public byte[] bytes() {
        document.close();
        return Reproducible.of(bytes.toByteArray());
    }
}
