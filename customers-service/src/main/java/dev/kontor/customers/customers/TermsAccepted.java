package dev.kontor.customers.customers;

import java.time.Instant;

/** Which terms somebody accepted, when, and who it was (domain.md rule 10). */
public record TermsAccepted(String version, Instant at, String by) {}
