package dev.kontor.licensing;

import static io.restassured.RestAssured.given;

import dev.kontor.testkit.Passports;
import io.restassured.response.Response;
import java.util.UUID;

/** What partners and the operator do over HTTP. */
public final class Calls {

    private Calls() {}

    /** Lets the service know the account, and asks for it once. */
    public static Situation known(Situation situation) {
        CustomersServiceStub.knows(situation.customer, situation.answer(false));
        licenses(situation, "").then().statusCode(200);
        return situation;
    }

    /** {@code query} begins with a question mark, or is empty. */
    public static Response licenses(Situation situation, String query) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", superAdmin(situation))
                .get("/v1/customers/" + situation.customer + "/licenses" + query);
    }

    public static Response convert(Situation situation, String body) {
        return post(superAdmin(situation), billingType(situation.customer), body);
    }

    public static Response redeem(Situation situation, String key, String mode) {
        return post(superAdmin(situation), keysOf(situation.customer), keyBody(key, mode));
    }

    public static String issuedKey(String product, int quantity, int months) {
        var body = "{\"product\":\"%s\",\"quantity\":%d,\"months\":%d}".formatted(product, quantity, months);
        var answer = post(Passports.operator(), "/v1/license-keys", body);
        return answer.then().statusCode(201).extract().path("key");
    }

    public static Response post(String bearer, String path, String body) {
        return given().header("Authorization", bearer)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    public static String billingType(UUID customer) {
        return "/v1/customers/" + customer + "/billing-type";
    }

    public static String keysOf(UUID customer) {
        return "/v1/customers/" + customer + "/license-keys";
    }

    public static String keyBody(String key, String mode) {
        return "{\"key\":\"%s\",\"mode\":\"%s\"}".formatted(key, mode);
    }

    public static String superAdmin(Situation situation) {
        return Passports.partnerSuperAdmin(situation.partner);
    }
}
