package dev.kontor.billing.parties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 32: the account an invoice is paid to. */
class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000", "AT611904300234573201", "CH9300762011623852957",
                        "FR1420041010050500013M02606",
                "GB29NWBK60161331926819", "NL91ABNA0417164300", "MT84MALT011000012345MTLCAST001S", "NO9386011117947"
            })
    void anAccountWithItsCountrysLengthAndRightCheckDigitsIsTaken(String written) {
        assertThat(Iban.of(written)).map(Iban::text).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE88370400440532013000", "DE8937040044053201300", "DE893704004405320130000", "AT611904300234573202",
                "XX89370400440532013000", "DE89 3704-0044", "", "DE"
            })
    void anyOtherIsRefused(String written) {
        assertThat(Iban.of(written)).isEmpty();
    }

    @Test
    void blanksDoNotCount() {
        assertThat(Iban.of("de89 3704 0044 0532 0130 00")).map(Iban::text).contains("DE89370400440532013000");
    }
}
