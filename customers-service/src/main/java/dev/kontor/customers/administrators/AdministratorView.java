package dev.kontor.customers.administrators;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator or automation client who is no super-admin sees. */
@Schema(name = "Administrator")
record AdministratorView(String subject, boolean allCustomers, List<UUID> customerIds, List<UUID> groupIds) {}
