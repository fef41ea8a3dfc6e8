package dev.kontor.customers.access;

import java.time.Instant;
import java.util.Set;

/** What holds of a partner and somebody of it. */
record StandingOfNow(Set<String> programs, boolean suspended, boolean blocked, Instant sessionsEndedAt) {}
