package dev.kontor.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedParametersTest {

    @Test
    void eachPlaceOfANameGetsItsValue() {
        var statement = NamedParameters.of("select :a + :b where x = :a and y_2 = :bBig3");

        assertThat(statement.sql()).isEqualTo("select ? + ? where x = ? and y_2 = ?");
        assertThat(statement.values(Map.of("a", 1, "b", 2, "bBig3", 3))).containsExactly(1, 2, 1, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'a :b ''c :d'",
                "select \":column\"",
                "select 1 -- of :nobody",
                "select 1 /* :a\n :b */",
                "do $$ begin x := ':y'; z = :1; end $$",
                "do $body$ select :a; $$ :b $body$",
                "select a::uuid[]",
                "select a[1:2]",
                "select '$ \\ '"
            })
    void whatIsNoNameStays(String sql) {
        var statement = NamedParameters.of(sql);

        assertThat(statement.sql()).isEqualTo(sql);
        assertThat(statement.places()).isEmpty();
    }

    @Test
    void aCastBehindANameIsNoPartOfIt() {
        assertThat(NamedParameters.of("select :ids::uuid[]").sql()).isEqualTo("select ?::uuid[]");
    }

    @Test
    void aMissingAndAnUnknownNameAreRefused() {
        var statement = NamedParameters.of("select :a");

        assertThatThrownBy(() -> statement.values(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The statement takes [a] and was given []");
        assertThatThrownBy(() -> statement.values(Map.of("a", 1, "b", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was given [a, b]");
    }

    @Test
    void nullIsAValue() {
        var given = new HashMap<String, Object>();
        given.put("a", null);

        assertThat(NamedParameters.of("select :a").values(given)).containsExactly((Object) null);
    }
}
