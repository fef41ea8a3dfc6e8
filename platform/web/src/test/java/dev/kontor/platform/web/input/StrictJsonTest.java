package dev.kontor.platform.web.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.problems.UnreadableJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No value of a body is taken for one of another kind (api.md, "strict input"). */
class StrictJsonTest {

    private static final List<String> VALUES = List.of(
            "\"\"",
            "\"   \"",
            "\"\\t\"",
            "\"true\"",
            "\"1\"",
            "\"0\"",
            "\" kind \"",
            "\"1700000000\"",
            "\" 2026-12-01 \"",
            "\"2026-12-01T00:00:00Z \"",
            "\"2026-12-01T00:00:00+0100\"",
            "\"MTIzNDU2Nzg5MDEyMzQ1Ng==\"",
            "\"1-2-3-4-5\"",
            "0",
            "1",
            "-7",
            "1.0",
            "2.5",
            "1e2",
            "99999999999999999999",
            "true",
            "false",
            "{}",
            "{\"a\":1}",
            "[]",
            "[1]",
            "[2026,12,1]",
            "[true]");

    private static final Set<String> NUMBERS =
            Set.of("0", "1", "-7", "1.0", "2.5", "1e2", "99999999999999999999", "\"1\"", "\"0\"", "\"1700000000\"");
    /** Of those above, what is a value of the field. */
    private static final Map<String, Set<String>> OWN = Map.of(
            "flag", Set.of("true", "false"),
            "count", Set.of("0", "1", "-7"),
            "many", Set.of("0", "1", "-7"),
            "amount", NUMBERS,
            "kinds", Set.of("[]"),
            "texts", Set.of("[]"),
            "map", Set.of("{}"),
            "inner", Set.of("{}"));

    private static final List<String> FIELDS = List.of(
            "id", "at", "day", "month", "flag", "count", "many", "amount", "kind", "kinds", "texts", "map", "inner");

    private final ObjectMapper mapper = mapper();

    record Sample(
            UUID id,
            Instant at,
            LocalDate day,
            YearMonth month,
            Boolean flag,
            Integer count,
            Long many,
            BigDecimal amount,
            Kind kind,
            List<Kind> kinds,
            List<String> texts,
            Map<String, Boolean> map,
            Inner inner,
            String text,
            JsonNode any) {}

    enum Kind {
        @JsonProperty("kind")
        KIND,
        @JsonProperty("matter-of-fact")
        MATTER_OF_FACT
    }

    record Inner(String name) {}

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new StrictJson(500_000).customize(mapper);
        return mapper;
    }

    private Sample read(String json) throws JsonProcessingException {
        return mapper.readValue(json, Sample.class);
    }

    private List<InputError> refused(String json) {
        var failure = catchThrowableOfType(JsonProcessingException.class, () -> read(json));
        assertThat(failure).as(json).isNotNull();
        return UnreadableJson.problem(failure).errors();
    }

    static Stream<Arguments> everyFieldWithEveryValue() {
        return FIELDS.stream().flatMap(field -> VALUES.stream().map(value -> arguments(field, value)));
    }

    @ParameterizedTest
    @MethodSource("everyFieldWithEveryValue")
    void aValueIsOfItsFieldsKindOrIsRefusedByItsPlace(String field, String value) throws Exception {
        var json = "{\"" + field + "\":" + value + "}";
        if (OWN.getOrDefault(field, Set.of()).contains(value)) {
            assertThat(read(json)).isNotNull();
        } else {
            assertThat(refused(json)).singleElement().satisfies(error -> assertThat(error.pointer())
                    .startsWith("/" + field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "true", "{}", "[]", "[\"x\"]"})
    void textIsText(String value) {
        assertThat(refused("{\"text\":" + value + "}"))
                .singleElement()
                .extracting(InputError::pointer, InputError::code)
                .containsExactly("/text", "not-a-text");
        assertThat(refused("{\"texts\":[" + value + "]}"))
                .singleElement()
                .extracting(InputError::pointer)
                .isEqualTo("/texts/0");
    }

    @Test
    void everyKindIsReadAsItIsWritten() throws Exception {
        var sample = read(
                """
                {"id":"019A3B1C-7d2e-7f00-8a11-5f0c2d9e4b6a","at":"2026-12-01T01:02:03.4+01:00","day":"2026-12-31",
                 "month":"2026-11","flag":false,"count":-3,"many":9007199254740993,"amount":"12.50",
                 "kind":"matter-of-fact","kinds":["kind"],"texts":["",null],"map":{"a":true},"inner":{"name":"x"},
                 "text":"","any":{"n":1.10}}""");

        assertThat(sample.id()).hasToString("019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a");
        assertThat(sample.at()).isEqualTo("2026-12-01T00:02:03.400Z");
        assertThat(sample.day()).isEqualTo("2026-12-31");
        assertThat(sample.month()).hasToString("2026-11");
        assertThat(sample.many()).isEqualTo(9007199254740993L);
        assertThat(sample.amount()).isEqualTo("12.50");
        assertThat(sample.kind()).isEqualTo(Kind.MATTER_OF_FACT);
    }

    @Test
    void whatIsOptionalMayBeNull() throws Exception {
        assertThat(read("{\"id\":null,\"flag\":null,\"count\":null,\"amount\":null,\"kind\":null,\"inner\":null}")
                        .flag())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+2147483648",
                "1E+2147483647",
                "-1e-2147483648",
                "0e2147483648",
                "1e-2147483647",
                "1e99999999999",
                "9e1001",
                "\"1E+2147483648\"",
                "\"1e5000\"",
                "\"0x10\"",
                "\"1,5\"",
                "\"\u0661\"",
                "\" 1\"",
                "\"NaN\"",
                "\"Infinity\""
            })
    void noDecimalIsBeyondAllBounds(String number) {
        assertThat(refused("{\"amount\":" + number + "}"))
                .allSatisfy(error -> assertThat(error.pointer()).isEqualTo("/amount"));
    }

    @ParameterizedTest
    @CsvSource({"'{\"\":1E+2147483648}',/", "'{\"a\":[0,{\"b~c\":-1e-2147483649}]}',/a/1/b~0c", "'1E+2147483648',''"})
    void norIsAnyNumberOfATree(String json, String pointer) {
        var failure = catchThrowableOfType(JsonProcessingException.class, () -> mapper.readTree(json));

        assertThat(UnreadableJson.problem(failure).errors())
                .singleElement()
                .extracting(InputError::pointer, InputError::code)
                .containsExactly(pointer, "not-a-decimal");
        assertThat(refused("{\"any\":" + json + "}"))
                .singleElement()
                .extracting(InputError::pointer)
                .isEqualTo("/any" + pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"}]",
                "{\"text\":'a'}",
                "{\"amount\":NaN}",
                "{\"amount\":01}",
                "{\"amount\":+1}",
                "{\"amount\":.5}"
            })
    void whatIsNotQuiteJsonIsNotRead(String json) {
        var failure = catchThrowableOfType(JsonProcessingException.class, () -> read(json));

        assertThat(UnreadableJson.problem(failure).code()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @CsvSource({"[,]", "'{\"a\":','}'"})
    void nestingHasItsBounds(String open, String close) {
        var deep = "{\"any\":" + open.repeat(60) + "1" + close.repeat(60) + "}";

        var failure = catchThrowableOfType(JsonProcessingException.class, () -> read(deep));

        assertThat(UnreadableJson.problem(failure).code()).isEqualTo("malformed-json");
    }
}
