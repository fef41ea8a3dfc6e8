package dev.kontor.customers.customers;

import static dev.kontor.customers.customers.Wishes.aMonthly;
import static dev.kontor.customers.customers.Wishes.aSignUp;
import static dev.kontor.customers.customers.Wishes.aTrial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.customers.copies.Catalogue.Product;
import dev.kontor.platform.web.Problem;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a new account must keep (domain.md rules 9 to 11). */
class AccountRulesTest {

    private static final Map<String, Product> CATALOGUE = Stream.of(
                    new Product("endpoint-advanced", "Endpoint", "endpoint", true),
                    new Product("endpoint-essentials", "Endpoint", "endpoint", true),
                    new Product("server-advanced", "Server", "server", true),
                    new Product("uem-standard", "UEM", "uem", true),
                    new Product("server-term", "Server", "server", false),
                    new Product("email-advanced", "Email", "email", false),
                    new Product("firewall-monthly", "Firewall", "firewall", true))
            .collect(Collectors.toMap(Product::code, Function.identity()));

    @Test
    void monthlyNeedsTheProgramAndATrialDoesNot() {
        var connectOnly = Set.of("msp-flex-connect");

        assertRefused(
                () -> AccountRules.requireProgram(aMonthly(true, "endpoint-advanced"), connectOnly),
                403,
                "program-required",
                problem -> assertThat(problem.members()).containsEntry("program", "msp-flex"));
        AccountRules.requireProgram(aTrial("endpoint-advanced"), connectOnly);
        AccountRules.requireProgram(aMonthly(true, "endpoint-advanced"), Set.of("msp-flex"));
    }

    @Test
    void aPartnerSignsNobodyUp() {
        assertRefused(
                () -> AccountRules.requireProgram(aSignUp("trial", null, null), Set.of("msp-flex")),
                403,
                "role-required",
                problem -> assertThat(problem.errors()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"true, taken", "false, refused", "-, refused"})
    void monthlyNeedsTheTerms(Boolean acceptTerms, String outcome) {
        var monthly = aMonthly(acceptTerms, "endpoint-advanced");
        if (outcome.equals("taken")) {
            AccountRules.requireTerms(monthly);
        } else {
            assertRefused(() -> AccountRules.requireTerms(monthly), 422, "terms-not-accepted", problem -> assertThat(
                            problem.errors())
                    .isEmpty());
        }
        AccountRules.requireTerms(aTrial("endpoint-advanced"));
    }

    @Test
    void aProductThatIsNoneIsRefusedByItsPlace() {
        assertInvalid(
                () -> AccountRules.requireProducts(aTrial("endpoint-advanced", "endpoint-advance"), CATALOGUE),
                "/products/1",
                "unknown-product");
    }

    @ParameterizedTest
    @CsvSource({"email-advanced", "firewall-monthly", "server-term"})
    void monthlyTakesMonthlyProductsOfItsThreeCategoriesOnlyAndATrialTakesAny(String product) {
        assertInvalid(
                () -> AccountRules.requireProducts(aMonthly(true, product), CATALOGUE), "/products/0", "not-monthly");
        AccountRules.requireProducts(aTrial(product), CATALOGUE);
    }

    @Test
    void monthlyTakesOneProductOfEachCategory() {
        assertInvalid(
                () -> AccountRules.requireProducts(
                        aMonthly(true, "endpoint-advanced", "endpoint-essentials"), CATALOGUE),
                "/products/1",
                "category-twice");
        AccountRules.requireProducts(
                aMonthly(true, "endpoint-advanced", "server-advanced", "uem-standard", "endpoint-advanced"), CATALOGUE);
        AccountRules.requireProducts(aTrial("endpoint-advanced", "endpoint-essentials"), CATALOGUE);
    }

    @Test
    void aSignUpIsATrialOfItsOwnAndNothingAPartnerWouldSay() {
        assertInvalid(() -> AccountRules.requireSignUp(aTrial("endpoint-advanced")), "/origin", "one-of");
        assertInvalid(() -> AccountRules.requireSignUp(aSignUp("monthly", null, null)), "/accountType", "one-of");
        assertInvalid(() -> AccountRules.requireSignUp(aSignUp("trial", "1", null)), "/externalId", "not-for-sign-ups");
        assertInvalid(
                () -> AccountRules.requireSignUp(aSignUp("trial", null, "1")), "/crmAccountId", "not-for-sign-ups");
        AccountRules.requireSignUp(aSignUp("trial", null, null));
    }

    private static void assertInvalid(ThrowingCallable call, String pointer, String code) {
        assertRefused(call, 400, "validation-failed", problem -> assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo(pointer);
                    assertThat(error.code()).isEqualTo(code);
                }));
    }

    private static void assertRefused(ThrowingCallable call, int status, String code, Consumer<Problem> more) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
            more.accept(problem);
        });
    }
}
