package dev.kontor.customers.administrators;

import java.util.UUID;

/** An administrator as other services hear of it. */
public record AdministratorState(UUID partnerId, String subject, boolean allCustomers, long version) {}
