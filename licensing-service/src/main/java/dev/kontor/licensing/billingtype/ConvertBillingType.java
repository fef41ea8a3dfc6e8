package dev.kontor.licensing.billingtype;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an account is to be billed from now on. */
@Schema(name = "ConvertBillingType", description = "How an account is to be billed from now on")
record ConvertBillingType(
        @NotNull @Schema(description = "The billing type that the account shall have") Target target,
        @Schema(description = "Must be true to convert a term account; the rest of its terms is forfeited")
                Boolean immediately,
        @Size(max = 20)
                @Schema(
                        description =
                                "For monthly: the chosen products, at most one per category. May be omitted for a trial account, which then keeps those of its trial products that can be billed monthly",
                        examples = "[\"endpoint-advanced\"]")
                List<@NotBlank @Size(max = 60) String> products,
        @Size(max = 64) @Schema(description = "For term: an unused licence key") String licenseKey,
        @Schema(description = "List the effects without changing anything") Boolean dryRun) {

    @Schema(
            name = "BillingTarget",
            description = "monthly: by what is used each month. term: by licences that were paid in advance",
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
