package dev.kontor.billing.invoices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two kinds of documents (domain.md rule 34). */
@Schema(
        name = "InvoiceKind",
        description = "invoice: an amount to pay (type 380 of EN 16931). credit-note: an amount given back (type 381)",
        enumeration = {"invoice", "credit-note"})
enum InvoiceKind {
    INVOICE("invoice", 380),
    CREDIT_NOTE("credit-note", 381);

    private final String text;
    private final int code;

    InvoiceKind(String text, int code) {
        this.text = text;
        this.code = code;
    }

    @JsonValue
    String text() {
        return text;
    }

    /** Of UNTDID 1001. */
    int code() {
        return code;
    }

    static InvoiceKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text.equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** What takes a document of this kind back. */
    InvoiceKind opposite() {
        return this == INVOICE ? CREDIT_NOTE : INVOICE;
    }
}
