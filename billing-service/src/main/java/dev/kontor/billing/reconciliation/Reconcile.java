package dev.kontor.billing.reconciliation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner's own numbers of a month. */
@Schema(name = "Reconcile")
record Reconcile(
        @NotNull @Schema(examples = "2026-11") String month,
        @NotNull @Size(max = 10_000) List<@Valid @NotNull Row> rows) {

    /** One customer's quantity of one product; several of the same are added up. */
    @Schema(name = "ReconcileRow")
    record Row(
            @NotNull
                    @Size(min = 1, max = 200)
                    @Schema(examples = "C-17", description = "The customer's id or externalId")
                    String customer,
            @NotNull @Size(min = 1, max = 100) @Schema(examples = "endpoint-advanced") String product,
            @NotNull @PositiveOrZero @Schema(examples = "50") BigDecimal quantity,
            @Schema(examples = "160.00", description = "Compared if given") BigDecimal amount) {}
}
