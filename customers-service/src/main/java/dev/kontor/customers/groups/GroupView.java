package dev.kontor.customers.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group as the API shows it; which customers are in it is {@code GET /v1/customers?groupId=}. */
@Schema(name = "CustomerGroup")
record GroupView(
        UUID id,
        String name,
        @Schema(description = "How many of its customers the caller sees") long customerCount,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Who sees its customers through it; only for those who manage groups")
                List<String> administrators,
        Instant createdAt,
        Instant updatedAt) {

    static GroupView of(CustomerGroup group, long customerCount, List<String> administrators) {
        return new GroupView(
                group.id(), group.name(), customerCount, administrators, group.createdAt(), group.updatedAt());
    }
}
