package dev.kontor.customers;

import static dev.kontor.customers.APartner.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.testkit.Passports;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** A customer that signed up itself, and what its administrator does. */
public final class ACustomer {

    public final UUID id;
    public final String accountKey;

    private ACustomer(UUID id, String accountKey) {
        this.id = id;
        this.accountKey = accountKey;
    }

    /** By the operator; some partner must have heard of the catalogue before. */
    public static ACustomer signedUp(String name) {
        var answer = signUp(signUpOf(name)).then().statusCode(201).extract();
        return new ACustomer(UUID.fromString(answer.path("id")), answer.path("accountKey"));
    }

    public static Response signUp(ObjectNode account) {
        return as(Passports.operator()).body(account.toString()).post("/v1/customers");
    }

    public static ObjectNode signUpOf(String name) {
        var account = new ObjectMapper()
                .createObjectNode()
                .put("name", name)
                .put("region", "DE")
                .put("accountType", "trial")
                .put("origin", "self-service");
        account.set("contact", APartner.contact());
        account.putArray("products").add(APartner.ENDPOINT);
        return account;
    }

    public String administrator() {
        return Passports.customerAdmin(id);
    }

    /** The partner asks with the key this customer handed out. */
    public Response askedBy(APartner partner) {
        return ask(partner.superAdmin(), accountKey);
    }

    public static Response ask(String passport, String key) {
        return as(passport)
                .body(Map.of("accountKey", key, "message", "Wir sprachen am Telefon."))
                .post("/v1/management-requests");
    }

    public Response answers(Object request, String decision) {
        return as(administrator()).post("/v1/management-requests/" + request + "/" + decision);
    }

    /** Becomes that partner's. */
    public void connectTo(APartner partner) {
        answers(askedBy(partner).path("id"), "approve").then().statusCode(200);
    }
}
