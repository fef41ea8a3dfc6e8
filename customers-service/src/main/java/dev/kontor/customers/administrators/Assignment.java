package dev.kontor.customers.administrators;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a super-admin decides of an administrator. */
@Schema(name = "AdministratorInput", description = "Which customers an administrator sees from now on")
record Assignment(
        @Schema(description = "Whether it sees every customer of the partner") @NotNull Boolean allCustomers,
        @Schema(description = "Customers that it sees by themselves; left out, none") @Size(max = 1_000)
                List<@NotNull UUID> customerIds,
        @Schema(description = "Groups whose customers it sees; left out, none") @Size(max = 200)
                List<@NotNull UUID> groupIds) {

    Assignment {
        customerIds = customerIds == null ? List.of() : customerIds;
        groupIds = groupIds == null ? List.of() : groupIds;
    }
}
