package dev.kontor.licensing.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.licensing.terms.LicenseType;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that a plan does; the same whether it is only asked for or carried out. */
@Schema(
        name = "BillingEffect",
        description = "One thing that a change of billing type, or a licence key, does to an account")
public record Effect(
        @Schema(description = "What happens") Kind kind,
        @Schema(description = "The product's code; null if no product is concerned", nullable = true) String product,
        @Schema(
                        description =
                                "Type of the licence; for a changed billing type, the type of all licences from then on",
                        nullable = true)
                LicenseType licenseType,
        @Schema(description = "Null if no quantity was ordered", nullable = true, examples = "50") Integer quantity,
        @Schema(description = "When the change takes effect") Instant at,
        @Schema(description = "The licence that ends or starts", nullable = true)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                UUID licenseId,
        @Schema(description = "When the new licence ends; absent if it has no end", nullable = true)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                Instant endAt,
        @Schema(description = "The early access program that the customer leaves", nullable = true)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                String program) {

    /** What is done. A replaced licence goes on in the one of its product that starts at the same instant. */
    @Schema(
            name = "BillingEffectKind",
            description =
                    "billing-type-changed: all licences are of another type from then on. license-ended: a licence ends for good. license-replaced: a licence ends and continues in the one of its product that starts at the same instant. license-started: a licence starts. early-access-ended: the customer leaves a preview program")
    public enum Kind {
        BILLING_TYPE_CHANGED,
        LICENSE_ENDED,
        LICENSE_REPLACED,
        LICENSE_STARTED,
        EARLY_ACCESS_ENDED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Effect billingTypeChanged(LicenseType type, Instant at) {
        return new Effect(Kind.BILLING_TYPE_CHANGED, null, type, null, at, null, null, null);
    }

    static Effect ended(Held license, Instant at) {
        return of(Kind.LICENSE_ENDED, license, at);
    }

    static Effect replaced(Held license, Instant at) {
        return of(Kind.LICENSE_REPLACED, license, at);
    }

    static Effect started(UUID id, String product, LicenseType type, Integer quantity, Instant at, Instant endAt) {
        return new Effect(Kind.LICENSE_STARTED, product, type, quantity, at, id, endAt, null);
    }

    static Effect earlyAccessEnded(String program, Instant at) {
        return new Effect(Kind.EARLY_ACCESS_ENDED, null, null, null, at, null, null, program);
    }

    private static Effect of(Kind kind, Held license, Instant at) {
        return new Effect(kind, license.product(), license.type(), license.quantity(), at, license.id(), null, null);
    }
}
