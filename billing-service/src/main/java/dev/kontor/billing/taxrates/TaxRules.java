package dev.kontor.billing.taxrates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a service is taxed between two businesses (domain.md rule 33): by their countries and VAT ids, and nothing else. */
public final class TaxRules {

    private static final String REVERSE_CHARGE = "Steuerschuldnerschaft des Leistungsempfängers (Reverse charge)";
    private static final String NOT_TAXABLE_HERE =
            "Nicht im Inland steuerbare sonstige Leistung (Service outside the scope of the seller's VAT)";

    /** Its member states, and Monaco, which is a part of France for VAT. */
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private TaxRules() {}

    /** The treatment, or what is missing for it: {@code vatId} of the buyer, {@code issuer.…} of the seller. */
    public sealed interface Decision {

        record Taxed(TaxTreatment treatment) implements Decision {}

        record Missing(List<String> fields) implements Decision {}
    }

    public static Decision decide(TaxParties parties) {
        var treatment = treatment(parties);
        var missing = missing(treatment.category(), parties);
        return missing.isEmpty() ? new Decision.Taxed(treatment) : new Decision.Missing(missing);
    }

    private static TaxTreatment treatment(TaxParties parties) {
        if (state(parties.sellerCountry()).equals(state(parties.buyerCountry()))) {
            return parties.exemptReason() == null
                    ? new TaxTreatment(TaxCategory.S, null)
                    : new TaxTreatment(TaxCategory.E, parties.exemptReason());
        }
        // A service is supplied where its buyer is: whoever is exempt at home is asked nothing about it elsewhere.
        return UNION.contains(parties.sellerCountry()) && UNION.contains(parties.buyerCountry())
                ? new TaxTreatment(TaxCategory.AE, REVERSE_CHARGE)
                : new TaxTreatment(TaxCategory.O, NOT_TAXABLE_HERE);
    }

    private static List<String> missing(TaxCategory category, TaxParties parties) {
        var missing = new ArrayList<String>();
        if (category == TaxCategory.AE && !parties.buyerHasVatId()) {
            missing.add("vatId");
        }
        if (category == TaxCategory.AE && !parties.sellerHasVatId()) {
            missing.add("issuer.vatId");
        }
        // No VAT id stands on a document that says nothing is taxable here.
        if (category == TaxCategory.O && !parties.sellerHasTaxNumber()) {
            missing.add("issuer.taxNumber");
        }
        return missing;
    }

    private static String state(String country) {
        return "MC".equals(country) ? "FR" : country;
    }
}
