package dev.kontor.billing.resale;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Over which quantities bands are reached (domain.md rule 36). */
@Schema(
        name = "ResaleScope",
        description = "all: bands go by the sum over all customers. customer: bands go by each customer alone",
        enumeration = {"all", "customer"})
enum ResaleScope {
    /** Of all customers together, as the partner's own prices are. */
    ALL,
    /** Of each customer by itself. */
    CUSTOMER;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
