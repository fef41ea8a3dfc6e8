package dev.kontor.reporting.pages;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Parts;
import dev.kontor.reporting.drawing.PdfPage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A PDF in the making, drawn page by page: tagged (PDF/UA-1) and to be kept for long (PDF/A-2b, with a file in it
 * PDF/A-3b). Its bytes follow from its content alone.
 */
public final class PdfBook {

    static final String PRODUCER = "Kontor";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    private final Document document;
    private final PdfWriter writer;
    private final Parts parts;
    private final double height;

    /** The document's title and author, its language, and the time its content was frozen, which is its date. */
    public record Imprint(String title, String author, Locale language, Instant frozenAt) {}

    public PdfBook(Imprint imprint) {
        this(imprint, Paper.HEIGHT);
    }

    /** With a file in it. */
    public PdfBook(Imprint imprint, Attachment attachment) {
        this(imprint, Paper.HEIGHT, attachment);
    }

    /** With pages of the given height, in points: a picture of a whole dashboard is one long page. */
    public PdfBook(Imprint imprint, double height) {
        this(imprint, height, null);
    }

    private PdfBook(Imprint imprint, double height, @Nullable Attachment attachment) {
        this.height = height;
        document = new Document(new Rectangle((float) Paper.WIDTH, (float) height));
        writer = PdfWriter.getInstance(document, bytes);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setFullCompression();
        document.addTitle(imprint.title());
        document.addAuthor(imprint.author());
        document.open();
        var date = new PdfDate(calendar(imprint.frozenAt()));
        writer.getInfo().put(PdfName.CREATIONDATE, date);
        writer.getInfo().put(PdfName.MODDATE, date);
        writer.getInfo().put(PdfName.PRODUCER, new PdfString(PRODUCER));
        writer.setXmpMetadata(Xmp.of(imprint, attachment));
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(imprint.language().toLanguageTag()));
        Colours.intend(writer);
        if (attachment != null) {
            attachment.attach(writer, date);
        }
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        parts = new Parts(writer.getStructureTreeRoot());
    }

    private static GregorianCalendar calendar(Instant instant) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }

    /** Puts a drawing on the page, its top left corner at the given point, counted from the page's. */
    public void put(double left, double top, Drawing drawing) {
        PdfPage.put(drawing, writer.getDirectContent(), parts, left, height - top);
    }

    /** What is put meanwhile stands on every page; who hears the document hears it once, elsewhere. */
    void repeated(Runnable drawing) {
        parts.repeated(drawing);
    }

    void image(Logo logo, String words, double left, double top, double width, double imageHeight) {
        var image = logo.copy();
        image.scaleAbsolute((float) width, (float) imageHeight);
        image.setAbsolutePosition((float) left, (float) (height - top - imageHeight));
        parts.picture(writer.getDirectContent(), words, content -> content.addImage(image));
    }

    public void nextPage() {
        document.newPage();
    }

    public byte[] bytes() {
        document.close();
        return Reproducible.of(bytes.toByteArray());
    }
}
