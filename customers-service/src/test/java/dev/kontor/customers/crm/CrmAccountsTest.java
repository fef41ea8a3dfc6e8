package dev.kontor.customers.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.customers.CrmReason;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a CRM may answer, and what is made of it. */
class CrmAccountsTest {

    private static final UUID NORDWIND = new UUID(0, 1);

    private static final CrmConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(CrmConfig.class)
            .withDefaultValue("kontor.crm.loopback", "true")
            .withDefaultValue("kontor.crm.secret-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
            .withDefaultValue("kontor.crm.timeout", "PT2S")
            .build()
            .getConfigMapping(CrmConfig.class);

    private static Vertx vertx;

    private final SecretSeal seal = new SecretSeal(CONFIG);
    private ACrm crm;
    private CrmAccounts accounts;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @BeforeEach
    void situation() {
        crm = new ACrm();
        accounts =
                new CrmAccounts(new CrmHttp(vertx, new AddressGuard(CONFIG), CONFIG), seal, new ObjectMapper(), CONFIG);
    }

    @AfterEach
    void close() {
        crm.close();
    }

    @Test
    void aTokenIsUsedUntilItIsRefusedAndThenReplacedAtOnce() throws CrmFailure {
        rename("Kern");
        rename("Backhaus");
        assertThat(crm.tokens).hasValue(1);

        crm.forgetsItsTokens();
        rename("Lang");

        assertThat(crm.tokens).hasValue(2);
        assertThat(crm.accounts.get(crm.accounts.size() - 1).authorization()).isEqualTo("Bearer token-2");
    }

    @ParameterizedTest
    @CsvSource({
        "500, CRM_FAILED,          false",
        "503, CRM_FAILED,          false",
        "429, RATE_LIMITED,        false",
        "401, CREDENTIALS_REFUSED, false",
        "403, CREDENTIALS_REFUSED, false",
        "404, ACCOUNT_REFUSED,     true",
        "400, ACCOUNT_REFUSED,     true",
        "304, CRM_FAILED,          false"
    })
    void aRefusalSaysWhetherItIsOfOneAccountOrOfTheCrm(int status, CrmReason reason, boolean ofOneAccount) {
        crm.answers(status, Map.of());

        assertThatThrownBy(() -> rename("Kern")).isInstanceOfSatisfying(CrmFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.isOfOneAccount()).isEqualTo(ofOneAccount);
        });
    }

    /** What Salesforce itself answers: the status alone would send the partner to change a good secret. */
    @ParameterizedTest
    @CsvSource({
        "403, REQUEST_LIMIT_EXCEEDED,             RATE_LIMITED",
        "503, REQUEST_LIMIT_EXCEEDED,             RATE_LIMITED",
        "400, CONCURRENT_REQUESTS_LIMIT_EXCEEDED, RATE_LIMITED",
        "403, INSUFFICIENT_ACCESS_OR_READONLY,    ACCOUNT_REFUSED",
        "403, ENTITY_IS_LOCKED,                   ACCOUNT_REFUSED",
        "404, ENTITY_IS_DELETED,                  ACCOUNT_REFUSED",
        "500, DUPLICATES_DETECTED,                ACCOUNT_REFUSED",
        "400, FIELD_CUSTOM_VALIDATION_EXCEPTION,  ACCOUNT_REFUSED",
        "403, API_DISABLED_FOR_ORG,               CREDENTIALS_REFUSED",
        "400, INVALID_SESSION_ID,                 CREDENTIALS_REFUSED",
        "403, SERVER_UNAVAILABLE,                 CRM_FAILED",
        "400, UNKNOWN_EXCEPTION,                  CRM_FAILED",
        "403, SOMETHING_NEW,                      CREDENTIALS_REFUSED",
        "404, SOMETHING_NEW,                      ACCOUNT_REFUSED"
    })
    void theCrmsOwnCodeDecidesAndTheStatusOnlyWithoutOne(int status, String code, CrmReason reason) {
        crm.answers(status, "[{\"message\":\"no\",\"errorCode\":\"" + code + "\",\"fields\":[]}]");

        assertThatThrownBy(() -> rename("Kern")).isInstanceOfSatisfying(CrmFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.text()).isEqualTo(reason.code() + " " + code);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "{}", "[]", "[1]", "{\"errorCode\":5}", "[{\"errorCode\":\"a b\"}]"})
    void anAnswerWithoutACodeIsJudgedByItsStatus(String body) {
        crm.answers(403, body);

        assertThatThrownBy(() -> rename("Kern"))
                .isInstanceOfSatisfying(
                        CrmFailure.class, failure -> assertThat(failure.text()).isEqualTo("credentials-refused"));
    }

    @Test
    void retryAfterIsPassedOn() {
        crm.answers(429, Map.of("Retry-After", "17"));

        assertThatThrownBy(() -> rename("Kern"))
                .isInstanceOfSatisfying(CrmFailure.class, failure -> assertThat(failure.retryAfter())
                        .isEqualTo(Duration.ofSeconds(17)));
    }

    @Test
    void aRedirectIsNotFollowed() {
        crm.answers(302, Map.of("Location", crm.url() + "/elsewhere"));

        assertThatThrownBy(() -> rename("Kern")).hasMessage("crm-failed");
        assertThat(crm.others).isEmpty();
    }

    @Test
    void whoNeverAnswersIsNotWaitedForLong() {
        crm.isSlow();

        assertThatThrownBy(() -> rename("Kern")).hasMessage("timed-out");
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() {
        crm.talksWithoutEnd();

        assertThatThrownBy(() -> rename("Kern")).hasMessage("unreachable");
    }

    @Test
    void wrongCredentialsAreToldApart() {
        assertThatThrownBy(() -> accounts.rename(connection(crm.url(), "wrong"), "001", "Kern"))
                .hasMessage("credentials-refused");
    }

    @Test
    void nobodyThereIsUnreachable() {
        crm.close();

        assertThatThrownBy(() -> rename("Kern")).hasMessage("unreachable");
    }

    @Test
    void aServerThatSpeaksNoTlsGetsNeitherSecretNorName() {
        var url = crm.url().replace("http://", "https://");

        assertThatThrownBy(() -> accounts.rename(connection(url, ACrm.SECRET), "001", "Kern"))
                .isInstanceOf(CrmFailure.class);
        assertThat(crm.tokens).hasValue(0);
        assertThat(crm.accounts).isEmpty();
    }

    private void rename(String name) throws CrmFailure {
        accounts.rename(connection(crm.url(), ACrm.SECRET), "001A0000", name);
    }

    private CrmAccounts.Connection connection(String url, String secret) {
        return new CrmAccounts.Connection(NORDWIND, 0, url, ACrm.CLIENT, seal.seal(NORDWIND, secret));
    }
}
