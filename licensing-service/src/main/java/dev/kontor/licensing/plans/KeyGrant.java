package dev.kontor.licensing.plans;

/** What a licence key is good for. */
public record KeyGrant(String product, int quantity, int months) {}
