package dev.kontor.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteMatchTest {

    private static final Policy POLICY = PolicyFile.load();

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/customers:bulk,                       POST /v1/customers:bulk",
        "GET,  /v1/customers/c1,                         GET /v1/customers/{customerId}",
        "HEAD, /v1/customers/c1,                         GET /v1/customers/{customerId}",
        "GET,  /v1/usage-records/count,                  GET /v1/usage-records/count",
        "GET,  /v1/customers/c/dashboards/d/widgets/w.svg, "
                + "GET /v1/customers/{customerId}/dashboards/{dashboardId}/widgets/{widgetId}.svg",
    })
    void findsTheRoute(String method, String path, String name) {
        assertThat(POLICY.match(method, path)).isInstanceOfSatisfying(RouteMatch.Found.class, found -> assertThat(
                        found.route().name())
                .isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/docs/a/b",
                "/openapi",
                "/v1/",
                "/V1/customers",
                "/v1/Customers",
                "/v1/customers/",
                "/v1/customers//",
                "/v1/customers/c/unknown",
                "/v1/customers/c/dashboards/d/widgets/.svg",
                "/v1/customers/c/dashboards/d/widgets/w",
                "/v1/customers:bulk/x",
                "/v1/customers%3Abulk",
                "/v1/events",
                "/v1/webhooks",
                "/internal/customers/c",
                "/q/health"
            })
    void knowsNoOtherPath(String path) {
        assertThat(POLICY.match("GET", path)).isInstanceOf(RouteMatch.Unknown.class);
    }

    @Test
    void aKnownPathSaysItsMethods() {
        assertThat(POLICY.match("DELETE", "/v1/customers/c1"))
                .isEqualTo(new RouteMatch.OtherMethods(java.util.Set.of("GET", "HEAD", "PATCH")));
        assertThat(POLICY.match("get", "/v1/customers")).isInstanceOf(RouteMatch.OtherMethods.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{permissions: {a: [boss]}, withheldFromLaunchedSessions: [], routes: {}}",
                "{permissions: {a: [admin]}, withheldFromLaunchedSessions: [b], routes: {}}",
                "{permissions: {a: [admin]}, withheldFromLaunchedSessions: [], routes: {s: {GET /x: [b]}}}",
                "{permissions: {a: [admin]}, withheldFromLaunchedSessions: [], routes: {s: {GET /x: {allow: [a], plane: customer}}}}",
                "{permissions: {a: [admin]}, withheldFromLaunchedSessions: [], routes: {s: {GET /x: {allow: [a], program: p}}}}",
                "{permissions: {a: [admin]}, withheldFromLaunchedSessions: [], routes: {s: {GET /x: [a]}, t: {GET /x: [a]}}}",
            })
    void aPolicyWithAWordNobodyKnowsStopsTheStart(String yaml) {
        assertThatThrownBy(() -> PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
