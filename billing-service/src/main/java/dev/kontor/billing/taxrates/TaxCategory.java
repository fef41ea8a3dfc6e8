package dev.kontor.billing.taxrates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a supply is taxed; the codes of UNTDID 5305 that EN 16931 takes and rule 33 uses. */
@Schema(
        name = "TaxCategory",
        description =
                "As in EN 16931. S: the standard rate. AE: reverse charge, the buyer owes the tax. O: not taxable here. E: exempt",
        enumeration = {"S", "AE", "O", "E"})
public enum TaxCategory {
    /** At the country's rate. */
    S,
    /** The buyer owes the tax in its own member state. */
    AE,
    /** Not taxable here. */
    O,
    /** The seller is exempt. */
    E
}
