package dev.kontor.reporting.pages;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfFileSpecification;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A file inside a document that says the same in another form (ISO 19005-3, 6.8).
 *
 * @param facturX what the document's metadata say of it by Factur-X: type, file name, version, conformance level
 */
public record Attachment(String name, String mediaType, String description, byte[] bytes, List<String> facturX) {

    void attach(PdfWriter writer, PdfDate modified) {
        try {
            var parameters = new PdfDictionary();
            parameters.put(PdfName.MODDATE, modified);
            var file = PdfFileSpecification.fileEmbedded(writer, null, name, bytes, mediaType, parameters, 9);
            file.setUnicodeFileName(name, false);
            file.put(new PdfName("AFRelationship"), new PdfName("Alternative"));
            writer.addFileAttachment(description, file);
            writer.getExtraCatalog().put(new PdfName("AF"), new PdfArray(file.getReference()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
