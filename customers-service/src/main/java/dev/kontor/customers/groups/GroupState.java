package dev.kontor.customers.groups;

import java.util.UUID;

/** A group as other services hear of it; what is in it are records of their own. */
record GroupState(UUID id, UUID partnerId, String name, long version) {}
