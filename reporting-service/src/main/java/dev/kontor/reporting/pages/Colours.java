package dev.kontor.reporting.pages;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfICCBased;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Says that all colours are sRGB, with a profile of our own: the JDK's differs between releases. */
final class Colours {

    private static final String CONDITION = "sRGB IEC61966-2.1";
    private static final ICC_Profile SRGB = read();

    private Colours() {}

    private static ICC_Profile read() {
        try (var in = Colours.class.getResourceAsStream("/colours/sRGB.icc")) {
            return ICC_Profile.getInstance(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void intend(PdfWriter writer) {
        try {
            var intent = new PdfDictionary(new PdfName("OutputIntent"));
            intent.put(PdfName.S, new PdfName("GTS_PDFA1"));
            intent.put(new PdfName("OutputConditionIdentifier"), new PdfString(CONDITION));
            intent.put(new PdfName("Info"), new PdfString(CONDITION));
            intent.put(
                    new PdfName("DestOutputProfile"),
                    writer.addToBody(new PdfICCBased(SRGB)).getIndirectReference());
            writer.getExtraCatalog().put(new PdfName("OutputIntents"), new PdfArray(intent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
