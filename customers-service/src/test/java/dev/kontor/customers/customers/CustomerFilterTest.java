package dev.kontor.customers.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.assistance.ConsentState;
import dev.kontor.platform.web.Choice;
import dev.kontor.platform.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerFilterTest {

    @ParameterizedTest
    @CsvSource({
        "accountType,        Trial,   'trial, term, monthly, managed-order'",
        "licenseStatus,      x,       'none, trial, active, expiring, expired, lapsed, revoked'",
        "partnerAssistance,  x,       'on, off'",
        "status,             x,       'active, inactive'",
    })
    void anotherValueIsRefusedWithThoseThereAre(String parameter, String value, String known) {
        assertThatThrownBy(() -> filter(parameter, value)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("validation-failed");
            assertThat(problem.errors()).singleElement().satisfies(error -> {
                assertThat(error.parameter()).isEqualTo(parameter);
                assertThat(error.code()).isEqualTo("one-of");
                assertThat(error.arguments()).containsExactly(known);
            });
        });
    }

    @Test
    void aCategoryThereIsNotIsRefused() {
        assertThatThrownBy(() -> filter("licenseCategory", "x")).isInstanceOf(Problem.class);
        assertThat(filter("licenseCategory", "phish-threat").licenseCategory()).isEqualTo(LicenseCategory.PHISH_THREAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0"})
    void aSearchForNothingIsNone(String search) {
        assertThat(filter("search", search).search()).isNull();
    }

    @Test
    void aSearchIsAtMost200Characters() {
        assertThat(filter("search", "a".repeat(200)).search()).hasSize(200);
        assertThat(filter("search", "𠮷".repeat(200)).search()).isNotNull();
        assertThatThrownBy(() -> filter("search", "a".repeat(201)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.parameter()).isEqualTo("search")));
    }

    private static CustomerFilter filter(String parameter, String value) {
        return new CustomerFilter(
                parameter.equals("search") ? value : null,
                Choice.of("accountType", parameter.equals("accountType") ? value : null, AccountType.class),
                Choice.of("licenseStatus", parameter.equals("licenseStatus") ? value : null, LicenseStatus.class),
                Choice.of("licenseCategory", parameter.equals("licenseCategory") ? value : null, LicenseCategory.class),
                null,
                Choice.of(
                        "partnerAssistance", parameter.equals("partnerAssistance") ? value : null, ConsentState.class),
                Choice.of("status", parameter.equals("status") ? value : null, CustomerStatus.class),
                null,
                false,
                null,
                null);
    }
}
