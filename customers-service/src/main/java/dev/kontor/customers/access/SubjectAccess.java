package dev.kontor.customers.access;

import java.time.Instant;
import java.util.UUID;

/** A subject's access as gateways and services hear of it: why, and who decided so, is nothing to them. */
record SubjectAccess(UUID partnerId, String subject, AccessState state, Instant sessionsEndedAt, long version) {}
