package dev.kontor.customers.administrators;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a super-admin decides of an administrator. */
@Schema(name = "AdministratorInput")
record Assignment(
        @NotNull Boolean allCustomers,
        @Size(max = 1_000) List<@NotNull UUID> customerIds,
        @Size(max = 200) List<@NotNull UUID> groupIds) {

    Assignment {
        customerIds = customerIds == null ? List.of() : customerIds;
        groupIds = groupIds == null ? List.of() : groupIds;
    }
}
