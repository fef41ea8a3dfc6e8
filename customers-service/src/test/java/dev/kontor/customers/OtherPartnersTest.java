package dev.kontor.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.customers.APartner.patchAs;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to another partner answers exactly like what does not exist (api.md, "no leak"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class OtherPartnersTest {

    private APartner nordwind;
    private APartner brightwater;
    private UUID kern;

    @BeforeEach
    void situation() {
        nordwind = APartner.inBothPrograms();
        brightwater = APartner.inBothPrograms();
        kern = nordwind.trial("Kern");
    }

    @Test
    void everyPathToACustomerOfAnotherPartnerIsNotFound() {
        assertEveryPathIsNotFound(brightwater.superAdmin(), kern);
        assertEveryPathIsNotFound(nordwind.superAdmin(), UUID.randomUUID());
    }

    @Test
    void alsoWhileItsConsentIsOff() {
        APartner.switchAssistance(kern, "off").then().statusCode(200);

        assertEveryPathIsNotFound(brightwater.superAdmin(), kern);
    }

    @Test
    void aCustomersAdministratorReachesItsOwnCustomerOnly() {
        var other = nordwind.trial("Other");
        var administrator = Passports.customerAdmin(other);
        for (var answer : List.of(
                as(administrator).get(path(kern, "/partner-assistance")),
                as(administrator).body("{\"state\":\"off\"}").put(path(kern, "/partner-assistance")),
                as(administrator).get(path(kern, "/access-log")),
                as(administrator).get(path(kern, "/access-log/verification")),
                as(administrator).get(path(kern, "/launch-sessions")),
                as(administrator).get(path(kern, "/account-key")),
                as(administrator).post(path(kern, "/account-key")),
                as(administrator).get(path(kern, "/logo")),
                as(administrator).delete(path(kern, "/logo")),
                as(administrator).delete(path(kern, "/launch-sessions/" + UUID.randomUUID())))) {
            problem(answer, 404, "not-found");
        }
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        problem(as(nordwind.superAdmin()).get("/v1/customers/no-id"), 404, "not-found");
        problem(as(nordwind.superAdmin()).get("/v1/customers/" + kern + "/nothing"), 404, "not-found");
    }

    private static void assertEveryPathIsNotFound(String caller, UUID customer) {
        for (var answer : List.of(
                as(caller).get(path(customer, "")),
                patchAs(caller).body("{\"displayName\":\"Ours\"}").patch(path(customer, "")),
                patchAs(caller).header("If-Match", "\"1.x\"").body("{\"x\":1}").patch(path(customer, "")),
                as(caller).get(path(customer, "/contact")),
                as(caller).get(path(customer, "/partner-assistance")),
                as(caller).post(path(customer, "/partner-assistance/requests")),
                as(caller).post(path(customer, "/launch")),
                as(caller).get(path(customer, "/disconnect-eligibility")),
                as(caller).post(path(customer, "/disconnect")),
                as(caller).delete(path(customer, "/disconnect")),
                as(caller).get(path(customer, "/logo")),
                as(caller).contentType("image/png").body(new byte[] {1}).put(path(customer, "/logo")),
                as(caller).delete(path(customer, "/logo")),
                as(caller).get(path(customer, "/access-log")),
                as(caller).get(path(customer, "/access-log/verification")))) {
            assertIsNotFoundLikeNothing(answer);
        }
    }

    private static void assertIsNotFoundLikeNothing(Response answer) {
        problem(answer, 404, "not-found");
        assertThat(answer.jsonPath().<String, Object>getMap("").keySet())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "code", "traceId");
    }

    private static String path(UUID customer, String rest) {
        return "/v1/customers/" + customer + rest;
    }
}
