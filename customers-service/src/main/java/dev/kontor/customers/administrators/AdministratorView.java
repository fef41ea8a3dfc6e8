package dev.kontor.customers.administrators;

import dev.kontor.customers.access.AccessView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator or automation client who is no super-admin sees, and whether it may come in at all. */
@Schema(
        name = "Administrator",
        description =
                "An administrator or automation client of the partner: which customers it sees, and whether it may come in. Super-admins see all customers anyway")
record AdministratorView(
        @Schema(description = "The sub of its tokens") String subject,
        @Schema(description = "Whether it sees every customer of the partner") boolean allCustomers,
        @Schema(description = "Customers that it sees by themselves") List<UUID> customerIds,
        @Schema(description = "Groups whose customers it sees") List<UUID> groupIds,
        AccessView access) {}
