package dev.kontor.customers;

import java.util.UUID;

/** The vendor itself, whose customers have no partner (architecture decision 9). */
public final class Vendor {

    /** Stands where a partner's id would; no partner has it, and the migrations name the same. */
    public static final UUID PARTNER_ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Vendor() {}
}
