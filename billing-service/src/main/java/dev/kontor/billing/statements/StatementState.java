package dev.kontor.billing.statements;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A month of a partner (domain.md rule 24). */
@Schema(
        name = "StatementState",
        description =
                "open: the estimate of a month that goes on. draft: the month is over and not closed yet. final: issued, and never changed. void: taken back; a later version is in force",
        enumeration = {"open", "draft", "final", "void"})
enum StatementState {
    /** The month runs; this is an estimate. */
    OPEN,
    /** The month is over and not closed yet. */
    DRAFT,
    /** Issued; never changes. */
    FINAL,
    /** Issued, and taken back by the operator; the next version stands for it. */
    VOID;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
