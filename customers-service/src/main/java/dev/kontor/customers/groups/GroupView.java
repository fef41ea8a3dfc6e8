package dev.kontor.customers.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group as the API shows it; which customers are in it is {@code GET /v1/customers?groupId=}. */
@Schema(name = "CustomerGroup", description = "A group of customers; GET /v1/customers?groupId= lists them")
record GroupView(
        UUID id,
        @Schema(description = "Unique in the partner, however it is written") String name,
        @Schema(description = "Number of customers in the group that the caller can see") long customerCount,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Subjects of the administrators who see its customers through it; shown only to callers who manage groups")
                List<String> administrators,
        Instant createdAt,
        Instant updatedAt) {

    static GroupView of(CustomerGroup group, long customerCount, List<String> administrators) {
        return new GroupView(
                group.id(), group.name(), customerCount, administrators, group.createdAt(), group.updatedAt());
    }
}
