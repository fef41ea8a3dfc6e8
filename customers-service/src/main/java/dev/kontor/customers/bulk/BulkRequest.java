package dev.kontor.customers.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.InputError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One operation on at most 1,000 customers. */
@Schema(name = "BulkInput", description = "One operation for many customers")
record BulkRequest(
        @NotNull BulkOperation operation,
        @Schema(description = "The customers, each once counted however often it is named") @NotEmpty @Size(max = 1_000)
                List<@NotNull UUID> ids,
        @Schema(description = "What the operation needs; disconnect needs nothing") @Valid Parameters parameters) {

    BulkRequest {
        parameters = parameters == null ? Parameters.NONE : parameters;
    }

    /** What the operation needs to know; nothing else may be said. */
    @Schema(name = "BulkParameters", description = "What add-to-group and change-billing-type need to know")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parameters(
            @Schema(description = "For add-to-group") UUID groupId,
            @Schema(
                            description = "For change-billing-type: the new billing type of all accounts",
                            enumeration = {"monthly"})
                    String target,
            @Schema(description = "For change-billing-type: change term accounts before their term ends")
                    Boolean immediately,
            @Size(max = 20) @Schema(description = "For change-billing-type: the products chosen for every account")
                    List<@NotBlank @Size(max = 60) String> products) {

        static final Parameters NONE = new Parameters(null, null, null, null);
    }

    /** What the operation lacks, or has too much. */
    List<InputError> errors() {
        var errors = new ArrayList<InputError>();
        var grouping = operation == BulkOperation.ADD_TO_GROUP;
        var billing = operation == BulkOperation.CHANGE_BILLING_TYPE;
        check(errors, "groupId", grouping, parameters.groupId() != null);
        check(errors, "target", billing, parameters.target() != null);
        check(errors, "products", billing, parameters.products() != null);
        if (!billing && parameters.immediately() != null) {
            errors.add(InputError.pointer("/parameters/immediately", "other-operation"));
        }
        if (billing && parameters.target() != null && !parameters.target().equals("monthly")) {
            errors.add(InputError.pointer("/parameters/target", "one-of", "monthly"));
        }
        return errors;
    }

    private static void check(List<InputError> errors, String name, boolean wanted, boolean given) {
        if (wanted != given) {
            errors.add(InputError.pointer("/parameters/" + name, wanted ? "required" : "other-operation"));
        }
    }
}
