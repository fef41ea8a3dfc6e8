package dev.kontor.licensing.billingtype;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an account is to be billed from now on. */
@Schema(name = "ConvertBillingType")
record ConvertBillingType(
        @NotNull Target target,
        @Schema(description = "Must be true to convert a term account: what is left of its terms is given up")
                Boolean immediately,
        @Size(max = 20)
                @Schema(
                        description =
                                "For monthly: the products chosen, at most one of each category. A trial account may"
                                        + " leave them out, and goes on with those of its trials that can be monthly",
                        examples = "[\"endpoint-advanced\"]")
                List<@NotBlank @Size(max = 60) String> products,
        @Size(max = 64) @Schema(description = "For term: an unused licence key") String licenseKey,
        @Schema(description = "Only lists the effects, and changes nothing") Boolean dryRun) {

    @Schema(
            name = "BillingTarget",
            enumeration = {"monthly", "term"})
    enum Target {
        MONTHLY,
        TERM;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean namesProducts() {
        return products != null && !products.isEmpty();
    }

    boolean onlyAsks() {
        return Boolean.TRUE.equals(dryRun);
    }
}
