package dev.kontor.billing.statements;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a statement is taken back. */
@Schema(name = "VoidStatement", description = "Why a statement is taken back")
record VoidStatement(
        @Text
                @Size(min = 1, max = 500)
                @Schema(
                        description = "Stored with the statement and shown as its voidReason",
                        examples = "Billed by the wrong price book")
                String reason) {}
