package dev.kontor.billing.reconciliation;

import dev.kontor.billing.counting.DecimalLimits;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner's own numbers of a month. */
@Schema(name = "Reconcile", description = "The partner's own figures of a month")
record Reconcile(
        @NotNull @Schema(description = "The month they are of", examples = "2026-11") String month,
        @NotNull @Size(max = 40_000) @Schema(description = "For more rows, send text/csv")
                List<@Valid @NotNull Row> rows) {

    /** One customer's quantity of one product; several of the same are added up. */
    @Schema(name = "ReconcileRow", description = "What the partner counted or billed of one product for one customer")
    record Row(
            @NotNull
                    @Size(min = 1, max = 200)
                    @Schema(examples = "C-17", description = "The customer's id, externalId or name")
                    String customer,
            @NotNull
                    @Size(min = 1, max = 200)
                    @Schema(examples = "endpoint-advanced", description = "The product's code, name or former name")
                    String product,
            @NotNull @Schema(examples = "50", description = "Negative for a credit") BigDecimal quantity,
            @Schema(examples = "160.00", description = "Compared if given") BigDecimal amount) {}

    void requireShortNumbers() {
        var tooLong = new ArrayList<InputError>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (!DecimalLimits.fits(row.quantity())) {
                tooLong.add(InputError.pointer("/rows/" + i + "/quantity", "too-many-digits"));
            }
            if (row.amount() != null && !DecimalLimits.fits(row.amount())) {
                tooLong.add(InputError.pointer("/rows/" + i + "/amount", "too-many-digits"));
            }
        }
        if (!tooLong.isEmpty()) {
            throw Problems.invalid(tooLong.toArray(InputError[]::new));
        }
    }
}
