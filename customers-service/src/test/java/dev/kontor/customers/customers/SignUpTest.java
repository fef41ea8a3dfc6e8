package dev.kontor.customers.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.ACustomer;
import dev.kontor.customers.APartner;
import dev.kontor.customers.Vendor;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trial that a customer starts itself, by the operator (domain.md rule 11), and the key it gets (rule 4). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class SignUpTest {

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
    }

    @Test
    void aSignUpHasNoPartnerAKeyAndPartnerAssistanceOff() {
        ACustomer.signUp(ACustomer.signUpOf("Praxis Lang"))
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("accountType", equalTo("trial"))
                .body("partnerAssistance.state", equalTo("off"))
                .body("partnerAssistance.source", nullValue())
                .body("accountKey", matchesPattern("AK(-[0-9A-Z]{5}){5}"));

        as(nordwind.superAdmin()).get("/v1/customers").then().body("items", empty());
    }

    @Test
    void itIsToldAsTheVendorsCustomerWithTheProductsItChose() {
        var lang = ACustomer.signedUp("Praxis Lang");

        var told = new JsonPath(Facts.await("kontor.customers.v1", r -> r.key().equals("customer/" + lang.id))
                .value());
        assertThat(told.getString("state.partnerId")).isEqualTo(Vendor.PARTNER_ID.toString());
        assertThat(told.getList("state.products")).isEqualTo(List.of(APartner.ENDPOINT));
        assertThat(told.getString("state.accountKey")).isNull();
    }

    @Test
    void onlyTheCustomersAdministratorSwitchesPartnerAssistanceOn() {
        var lang = ACustomer.signedUp("Praxis Lang");

        APartner.switchAssistance(lang.id, "on")
                .then()
                .statusCode(200)
                .body("state", equalTo("on"))
                .body("source", equalTo("customer-admin"));
    }

    @Test
    void anAnswerThatHoldsTheKeyIsNotKept() {
        var account = ACustomer.signUpOf("Praxis Lang").toString();
        as(Passports.operator())
                .header("Idempotency-Key", "sign-up-1-" + nordwind.id)
                .body(account)
                .post("/v1/customers")
                .then()
                .statusCode(201);

        problem(
                as(Passports.operator())
                        .header("Idempotency-Key", "sign-up-1-" + nordwind.id)
                        .body(account)
                        .post("/v1/customers"),
                409,
                "idempotency-result-not-kept");
    }

    @Test
    void aSignUpSaysSo() {
        var without = ACustomer.signUpOf("Lang");
        without.remove("origin");
        problem(ACustomer.signUp(without), 400, "validation-failed").body("errors.pointer", contains("/origin"));
        problem(ACustomer.signUp(ACustomer.signUpOf("Lang").put("origin", "elsewhere")), 400, "validation-failed")
                .body("errors.pointer", contains("/origin"));
    }

    @Test
    void aPartnerSignsNobodyUp() {
        problem(
                nordwind.create(nordwind.superAdmin(), nordwind.aTrial("Lang").put("origin", "self-service")),
                403,
                "role-required");
    }

    @Test
    void everyCustomersAdministratorReadsAndRotatesItsKey() {
        var kern = nordwind.trial("Kern");
        var path = "/v1/customers/" + kern + "/account-key";
        var admin = Passports.customerAdmin(kern);
        var key = as(admin)
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .<String>path("accountKey");
        as(admin).get(path).then().body("accountKey", equalTo(key));

        as(admin).post(path).then().statusCode(200).body("accountKey", not(equalTo(key)));
        as(admin).get(path).then().body("accountKey", not(equalTo(key)));
    }

    @Test
    void nobodyElseSeesTheKey() {
        var lang = ACustomer.signedUp("Lang");
        var path = "/v1/customers/" + lang.id + "/account-key";

        problem(as(nordwind.superAdmin()).get(path), 403, "role-required");
        problem(as(Passports.operator()).get(path), 403, "role-required");
        problem(as(Passports.customerAdmin(nordwind.trial("Kern"))).get(path), 404, "not-found");
        problem(as(Passports.customerAdmin(nordwind.trial("Kern"))).post(path), 404, "not-found");
    }
}
