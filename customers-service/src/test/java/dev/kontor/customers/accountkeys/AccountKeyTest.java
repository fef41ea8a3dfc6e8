package dev.kontor.customers.accountkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeyTest {

    @Test
    void aKeyHasNoLettersOneCanMistakeAndNeverRepeats() {
        var keys = IntStream.range(0, 1_000).mapToObj(i -> AccountKey.random()).toList();

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("AK(-[0-9A-HJKMNP-TV-Z]{5}){5}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AK-7Q3VB-0XJ9K-MM2TD-W4ZHC-81PRA",
                "ak-7q3vb-0xj9k-mm2td-w4zhc-81pra",
                " AK 7Q3VB 0XJ9K MM2TD W4ZHC 81PRA ",
                "AK7Q3VB0XJ9KMM2TDW4ZHC81PRA",
                "AK–7Q3VB–0XJ9K–MM2TD–W4ZHC–81PRA",
                "„AK‑7q3vb‑0xj9k‑mm2td‑w4zhc‑81pra“",
                "\u200bAK\u00a07Q3VB\u00ad0XJ9K\u2028MM2TD W4ZHC 81PRA\ufeff"
            })
    void howItIsTypedDoesNotMatter(String typed) {
        assertThat(AccountKey.read(typed)).isEqualTo("AK-7Q3VB-0XJ9K-MM2TD-W4ZHC-81PRA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "AK", "AK-7Q3VB", "ß", "AK-7Q3VB-0XJ9K-MM2TD-W4ZHC-81PRA-7Q3VB"})
    void whatIsNoKeyIsRefusedByNobodyHere(String typed) {
        assertThat(AccountKey.read(typed)).doesNotStartWith("AK-");
    }
}
