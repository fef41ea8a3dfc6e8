package dev.kontor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.platform.web.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/customers",
                "/v1/customers:bulk",
                "/v1/customers?search=M%C3%BCller&limit=5",
                "/v1/customers?search=a%2Fb%3B..//x",
                "/v1/customers?search=100%25&a=%F0%9F%98%80",
                "/v1/customers?a[]=1&b=(x)*'!$;,:@/?",
                "/v1/administrators/sam@msp.example",
                "/v1/administrators/sam%40msp.example",
                "/v1/administrators/okta%3Asam",
                "/v1/x/...",
                "/v1/x/.svg"
            })
    void takesWhatIsReadOneWay(String uri) {
        assertThat(RequestTarget.of(uri).uri()).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/customers",
                "/v1//customers",
                "/v1/customers/",
                "/v1/./customers",
                "/v1/../v1/customers",
                "/v1/customers/..",
                "/v1/%2e%2e/customers",
                "/v1/customers%2Fx",
                "/v1/customers%2fx",
                "/v1/customers%5Cx",
                "/v1/customers\\x",
                "/v1/customers;x=1",
                "/v1/customers%3Bx",
                "/v1/%63ustomers",
                "/v1/customers/%30",
                "/v1/customers%00",
                "/v1/customers%0d%0aX:1",
                "/v1/customers%252f",
                "/v1/customers%",
                "/v1/customers%2",
                "/v1/customers%zz",
                "/v1/customers%3fx",
                "/v1/customers%23x",
                "/v1/customers#x",
                "/v1/customers|x",
                "/v1/k\u00fcnde",
                "/v1/%C3%BC",
                "/v1/customers?a=\u00fc",
                "/v1/customers?a#b",
                "/v1/customers/{id}",
                "/v1/customers?search=100%",
                "/v1/customers?search=100%&limit=5",
                "/v1/customers?search=%zz",
                "/v1/customers?search=%f",
                "/v1/customers?%=1",
                "/v1/customers?search=%FF",
                "/v1/customers?search=%C3%28",
                "/v1/customers?search=%ED%A0%80",
                "/v1/customers?search=%C0%AF",
                "/v1/customers?search={a}",
                "/v1/customers?search=a|b",
                "/v1/customers?search=\"a\"",
                "/v1/customers?search=<a>",
                "/v1/customers?search=a^`b",
                "/v1/customers?search=a\\b",
                "http://elsewhere/v1/customers",
                "elsewhere:443",
                "*",
                ""
            })
    void refusesWhatCanBeReadTwoWays(String uri) {
        assertThatThrownBy(() -> RequestTarget.of(uri)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.code()).isEqualTo("path-not-acceptable");
        });
    }

    /** RFC 9112, section 3.2.2. */
    @ParameterizedTest
    @CsvSource({
        "http://elsewhere/v1/customers?a=b,/v1/customers?a=b",
        "HTTPS://[::1]:8443/v1/customers,/v1/customers",
        "http://elsewhere,/",
        "http://elsewhere?a=b,/?a=b"
    })
    void takesTheAbsoluteFormForThePathInIt(String uri, String origin) {
        assertThat(RequestTarget.ofHttp1(uri).uri()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user@elsewhere/v1/customers",
                "http://elsewhere//v1/customers",
                "http:///v1/customers",
                "ftp://elsewhere/v1/customers"
            })
    void refusesOtherAbsoluteForms(String uri) {
        assertThatThrownBy(() -> RequestTarget.ofHttp1(uri)).isInstanceOf(Problem.class);
    }
}
