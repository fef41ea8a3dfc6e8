package dev.kontor.reporting.drawing;

import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfStructureTreeRoot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The tree of a document's parts, grown while its pages are drawn (PDF/UA-1, ISO 14289-1). Every mark belongs to a part
 * or to none: lines, borders and what is repeated on each page are artifacts.
 */
public final class Parts {

    private static final PdfName ARTIFACT = new PdfName("Artifact");
    private static final Map<Role, PdfName> TYPES = Map.of(
            Role.SECTION, new PdfName("Sect"),
            Role.TABLE, new PdfName("Table"),
            Role.ROW, new PdfName("TR"),
            Role.TITLE, new PdfName("H1"),
            Role.HEADING, new PdfName("H2"),
            Role.PARAGRAPH, new PdfName("P"),
            Role.COLUMN_HEAD, new PdfName("TH"),
            Role.CELL, new PdfName("TD"),
            Role.FIGURE, new PdfName("Figure"));

    private final Deque<PdfStructureElement> open = new ArrayDeque<>();
    private PdfStructureElement begun;
    private boolean sequence;
    private boolean repeated;

    public Parts(PdfStructureTreeRoot root) {
        open.push(new PdfStructureElement(root, new PdfName("Document")));
    }

    /** What is drawn meanwhile stands on every page, and belongs to no part. */
    public void repeated(Runnable drawing) {
        repeated = true;
        drawing.run();
        repeated = false;
    }

    void begin(PdfContentByte content, Mark.Begin part) {
        if (repeated) {
            return;
        }
        pause(content);
        var element = new PdfStructureElement(open.peek(), TYPES.get(part.role()));
        open.push(element);
        if (part.role() == Role.FIGURE) {
            element.put(PdfName.ALT, new PdfString(part.words(), PdfObject.TEXT_UNICODE));
        }
        if (part.role() == Role.COLUMN_HEAD) {
            element.put(PdfName.A, ofTable("Scope", new PdfName("Column")));
        } else if (part.columns() > 1) {
            element.put(PdfName.A, ofTable("ColSpan", new PdfNumber(part.columns())));
        }
        begun = part.role().holdsParts() ? null : element;
    }

    private static PdfDictionary ofTable(String name, PdfObject value) {
        var attribute = new PdfDictionary();
        attribute.put(PdfName.O, new PdfName("Table"));
        attribute.put(new PdfName(name), value);
        return attribute;
    }

    void end(PdfContentByte content) {
        if (repeated) {
            return;
        }
        pause(content);
        open.pop();
        begun = null;
    }

    /** A picture that is no drawing, such as a logo. */
    public void picture(PdfContentByte content, String words, Consumer<PdfContentByte> picture) {
        begin(content, new Mark.Begin(Role.FIGURE, words, 1));
        mark(content);
        picture.accept(content);
        pause(content);
        end(content);
    }

    /** Has to be called before each mark: it belongs to the part that has begun, or to none. */
    void mark(PdfContentByte content) {
        if (sequence) {
            return;
        }
        if (begun == null) {
            content.beginMarkedContentSequence(ARTIFACT);
        } else {
            content.beginMarkedContentSequence(begun);
        }
        sequence = true;
    }

    /** Marks that follow belong together no longer. */
    void pause(PdfContentByte content) {
        if (sequence) {
            content.endMarkedContentSequence();
            sequence = false;
        }
    }
}
