package dev.kontor.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds on a PDF. */
record Pdf(String text, int pages, int imagesOnFirstPage) {

    static Pdf of(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            var images = 0;
            var resources = document.getPage(0).getResources();
            for (var name : resources.getXObjectNames()) {
                images += resources.isImageXObject(name) ? 1 : 0;
            }
            return new Pdf(new PDFTextStripper().getText(document), document.getNumberOfPages(), images);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
