package dev.kontor.billing.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 32: VAT ids by their country's form and check digits. */
class VatIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "BE0428759497",
                "BG175074752",
                "CHE107787577",
                "CHE107787577MWST",
                "CY10259033P",
                "CZ25123891",
                "DE136695976",
                "DE129273398",
                "DK13585628",
                "EE100931558",
                "EL094259216",
                "ESB58378431",
                "ES54362315K",
                "ESX2482300W",
                "FI20774740",
                "FR40303265045",
                "FR23334175221",
                "GB980780684",
                "HR33392005961",
                "HU12892312",
                "IE6433435F",
                "IE6433435OA",
                "IT00743110157",
                "LT119511515",
                "LT100001919017",
                "LU15027442",
                "LV40003521600",
                "MT11679112",
                "NL004495445B01",
                "NO923456783MVA",
                "PL8567346215",
                "PT501964843",
                "RO18547290",
                "SE556188840401",
                "SI50223054",
                "SK2022749619",
                "XI980780684"
            })
    void aNumberThatAnOfficeCouldHaveGivenOutIsTaken(String written) {
        assertThat(VatId.of(written)).map(VatId::text).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585626",
                "BE0428759496",
                "BG175074751",
                "CHE107787578",
                "CY10259033Q",
                "CZ25123892",
                "DE136695975",
                "DE123456789",
                "DK13585627",
                "EE100931559",
                "EL094259217",
                "ESB58378432",
                "ES54362315L",
                "ESX2482300A",
                "FI20774741",
                "FR41303265045",
                "GB980780685",
                "HR33392005962",
                "HU12892313",
                "IE6433435G",
                "IE6433435OB",
                "IT00743110158",
                "LT119511516",
                "LU15027443",
                "LV40003521601",
                "MT11679113",
                "NL004495446B01",
                "PL8567346216",
                "PT501964844",
                "RO18547291",
                "SE556188840301",
                "SI50223055",
                "SK2022749618",
                "XI980780685",
                "DE13669597",
                "DE1366959766",
                "136695976",
                "GR094259216",
                "US123456789",
                "DE",
                "",
                "DE13669597A",
                "D\u0417136695976"
            })
    void anyOtherIsRefused(String written) {
        assertThat(VatId.of(written)).isEmpty();
    }

    @Test
    void blanksPointsAndHyphensDoNotCount() {
        assertThat(VatId.of("de 136.695-976")).map(VatId::text).contains("DE136695976");
        assertThat(VatId.of("CHE-107.787.577 MWST")).map(VatId::text).contains("CHE107787577MWST");
    }

    @Test
    void anEndlessTextIsNotLookedAt() {
        assertThat(VatId.of("DE136695976" + " ".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EL094259216, GR, true",
        "DE136695976, DE, true",
        "DE136695976, AT, false",
        "XI980780684, GB, true",
        "FR40303265045, MC, true",
        "CHE107787577, LI, true",
        "GB980780684, IE, false",
    })
    void anIdIsOfTheCountryThatGaveItOut(String id, String country, boolean isOf) {
        assertThat(VatId.of(id).orElseThrow().isOf(country)).isEqualTo(isOf);
    }

    @Test
    void everyChangeOfOneDigitIsSeen() {
        for (var id :
                List.of("DE136695976", "ATU13585627", "PL8567346215", "LU15027442", "CHE107787577", "EL094259216")) {
            for (var at = id.length() - 1; Character.isDigit(id.charAt(at)); at--) {
                var other = new StringBuilder(id);
                other.setCharAt(at, (char) ('0' + (id.charAt(at) - '0' + 1) % 10));
                assertThat(VatId.of(other.toString())).as(other.toString()).isEmpty();
            }
        }
    }
}
