package dev.kontor.billing.taxrates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.taxrates.TaxRules.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 33: the tax category follows from who sells to whom. */
class TaxRulesTest {

    @ParameterizedTest
    @CsvSource({
        // seller, buyer, with a VAT id, category
        "DE, DE, true, S",
        "DE, DE, false, S",
        "AT, AT, true, S",
        "CH, CH, true, S",
        "FR, MC, true, S",
        "DE, AT, true, AE",
        "DE, GR, true, AE",
        "AT, DE, true, AE",
        "DE, MC, true, AE",
        "DE, CH, true, O",
        "DE, CH, false, O",
        "DE, GB, true, O",
        "DE, US, false, O",
        "CH, DE, true, O",
        "DE, GL, false, O",
    })
    void aBusinessIsTaxedByTheCountriesOfBoth(String seller, String buyer, boolean hasId, TaxCategory category) {
        assertThat(TaxRules.decide(new TaxParties(seller, true, true, null, buyer, hasId)))
                .isInstanceOfSatisfying(
                        Decision.Taxed.class,
                        taxed -> assertThat(taxed.treatment().category()).isEqualTo(category));
    }

    @Test
    void reverseChargeIsSaidInASentence() {
        assertThat(decided(new TaxParties("DE", true, false, null, "AT", true)).reason())
                .contains("Steuerschuldnerschaft des Leistungsempfängers");
    }

    @Test
    void anExemptIssuerSaysWhy() {
        var treatment = decided(new TaxParties("DE", false, true, "Kleinunternehmer, § 19 UStG", "DE", true));

        assertThat(treatment).isEqualTo(new TaxTreatment(TaxCategory.E, "Kleinunternehmer, § 19 UStG"));
    }

    @Test
    void aBuyerInAnotherMemberStateWithoutAVatIdIsHeld() {
        assertThat(missing(new TaxParties("DE", true, true, null, "AT", false))).containsExactly("vatId");
    }

    @Test
    void aSellerLacksWhatItsDocumentWouldHaveToName() {
        assertThat(missing(new TaxParties("DE", false, true, null, "AT", true))).containsExactly("issuer.vatId");
        assertThat(missing(new TaxParties("DE", true, false, null, "CH", false)))
                .containsExactly("issuer.taxNumber");
    }

    private static TaxTreatment decided(TaxParties parties) {
        return ((Decision.Taxed) TaxRules.decide(parties)).treatment();
    }

    private static List<String> missing(TaxParties parties) {
        return ((Decision.Missing) TaxRules.decide(parties)).fields();
    }
}
