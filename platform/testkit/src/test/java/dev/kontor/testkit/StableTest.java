package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two recordings of the same journey give the same bytes, whenever and wherever they are made. */
class StableTest {

    private static final String EXCHANGE =
            """
            {"path": {"id": "%1$s"},
             "answer": {"body": {
                "id": "%1$s", "other": "%2$s", "link": "/v1/jobs/billing-%2$s", "name": "Bakery %2$s",
                "createdAt": "%3$s", "updatedAt": "%4$s", "month": "%5$s", "from": "%5$s-01", "day": "%6$s",
                "url": "http://localhost:%7$d/crm", "key": "%8$s", "hash": "%9$s", "nextCursor": "%10$s", "version": 3}}}""";

    @Test
    void whatDiffersFromRunToRunIsReplaced() {
        var first = stable(
                "2026-12-17T10:00:00.500Z",
                EXCHANGE.formatted(
                        "11111111-2222-7333-8444-555555555555",
                        "aaaaaaaa-2222-7333-8444-555555555555",
                        "2026-12-17T10:00:00.123Z",
                        "2026-12-17T10:00:00.321Z",
                        "2026-11",
                        "2026-12-20",
                        4711,
                        "7Q2XM-0KD4T-9WZ1R-BHC6N-V3F8B",
                        "ab".repeat(32),
                        "eyJ2IjoxLCJ4Ijoi"));
        var second = stable(
                "2027-03-05T23:59:58.900Z",
                EXCHANGE.formatted(
                        "99999999-2222-7333-8444-555555555555",
                        "bbbbbbbb-2222-7333-8444-555555555555",
                        "2027-03-05T23:59:58.001Z",
                        "2027-03-05T23:59:58.700Z",
                        "2027-02",
                        "2027-03-08",
                        50321,
                        "0Q2XM-0KD4T-9WZ1R-BHC6N-V3F8C",
                        "cd".repeat(32),
                        "eyJ2IjoxLCJ5Ijoi"));

        assertThat(second).isEqualTo(first);
        var body = first.at("/answer/body");
        assertThat(body.path("id")).isEqualTo(first.at("/path/id")).isNotEqualTo(body.path("other"));
        assertThat(body.path("link").asText())
                .isEqualTo("/v1/jobs/billing-" + body.path("other").asText());
        assertThat(body.path("name").asText()).isEqualTo("Bakery");
        assertThat(Instant.parse(body.path("updatedAt").asText()))
                .isAfter(Instant.parse(body.path("createdAt").asText()));
        assertThat(body.path("month").asText()).isEqualTo("2026-11");
        assertThat(body.path("from").asText()).isEqualTo("2026-11-01");
        assertThat(body.path("day").asText()).isEqualTo("2026-12-04");
        assertThat(body.path("url").asText()).isEqualTo("https://crm.example/crm");
        assertThat(body.path("version").asInt()).isEqualTo(3);
    }

    @Test
    void whatIsApartInTimeStaysApart() {
        var body = stable(
                        "2026-12-17T10:00:00.500Z",
                        """
                        {"answer": {"body": {"at": "2026-12-17T10:00:00.123Z", "endsAt": "2026-12-17T10:30:00.123Z",
                         "since": "2026-12-10T10:00:00.123Z", "given": "2026-12-16T06:00:00Z",
                         "cut": "2026-12-27T09:59:00.000Z", "code": "preview-11111111-2222-7333-8444-555555555555",
                         "subject": "petra@11111111-2222-7333-8444-555555555555"}}}""")
                .at("/answer/body");

        assertThat(body.path("at").asText()).isEqualTo("2026-12-01T09:30:00.000Z");
        assertThat(body.path("endsAt").asText()).isEqualTo("2026-12-01T10:00:00.000Z");
        assertThat(body.path("since").asText()).isEqualTo("2026-11-24T09:30:00.000Z");
        assertThat(body.path("cut").asText()).isEqualTo("2026-12-11T09:30:00.000Z");
        assertThat(body.path("code").asText()).isEqualTo("preview-1");
        assertThat(body.path("subject").asText()).isEqualTo("petra@hansa.example");
        assertThat(body.path("given").asText()).isEqualTo("2026-11-30T06:00:00Z");
    }

    @Test
    void theDayOfAMovedClockStays() {
        var body = stable(
                        "2027-03-02T06:00:01.500Z",
                        Instant.parse("2026-12-17T10:00:00Z"),
                        """
                        {"answer": {"body": {"month": "2027-03", "at": "2027-03-02T06:00:00.700Z", "day": "2027-03-05", "first": "2027-03-01",
                         "number": "RE-2027-000017", "other": "Sfd3017aa-b12-2027-000003", "xml": "<d format=\\"102\\">20270305</d>"}}}""")
                .at("/answer/body");

        assertThat(body.path("month").asText()).isEqualTo("2026-12");
        assertThat(body.path("at").asText()).isEqualTo("2026-12-02T09:30:00.000Z");
        assertThat(body.path("day").asText()).isEqualTo("2026-12-05");
        assertThat(body.path("number").asText()).isEqualTo("RE-2026-000001");
        assertThat(body.path("other").asText()).isEqualTo("SR-2026-000002");
        assertThat(body.path("xml").asText()).contains(">20261205<");
        assertThat(body.path("first").asText()).isEqualTo("2026-12-01");
    }

    @Test
    void onlyAnswersAreCut() {
        var exchange = stable(
                "2026-12-17T10:00:00.500Z",
                """
                {"request": {"body": [{"n": 1}, {"n": 2}, {"n": 3}]}, "answer": {"body": {"items": [{"n": 1}, {"n": 2}, {"n": 3}],
                 "roles": ["a", "b", "c"]}}}""");

        assertThat(exchange.at("/request/body")).hasSize(3);
        assertThat(exchange.at("/answer/body/items")).hasSize(2);
        assertThat(exchange.at("/answer/body/roles")).hasSize(3);
    }

    private static ObjectNode stable(String now, String exchange) {
        return stable(now, Instant.parse(now), exchange);
    }

    private static ObjectNode stable(String now, Instant machine, String exchange) {
        try {
            return new Stable(Instant.parse(now), machine).of((ObjectNode) new ObjectMapper().readTree(exchange));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
