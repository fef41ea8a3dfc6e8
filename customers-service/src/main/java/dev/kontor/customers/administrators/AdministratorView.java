package dev.kontor.customers.administrators;

import dev.kontor.customers.access.AccessView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator or automation client who is no super-admin sees, and whether it may come in at all. */
@Schema(name = "Administrator")
record AdministratorView(
        String subject, boolean allCustomers, List<UUID> customerIds, List<UUID> groupIds, AccessView access) {}
