package dev.kontor.billing.issuers;

/** A version of an issuer; documents keep what it said when they were made. */
public record Issuer(String id, int version, IssuerData data) {

    /** Whose partners are all that have no other. */
    static final String DEFAULT = "default";
}
