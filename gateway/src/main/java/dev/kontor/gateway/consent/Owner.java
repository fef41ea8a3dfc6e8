package dev.kontor.gateway.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.gateway.consent.ConsentState.PartnerRecord;
import dev.kontor.gateway.consent.ConsentState.SubjectAccess;
import dev.kontor.gateway.passports.Passports;
import dev.kontor.gateway.upstream.Answer;
import dev.kontor.gateway.upstream.Questions;
import dev.kontor.gateway.upstream.Services;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Asks the services that own what memory does not know; fails where there is no answer, empty where it is unknown. */
@Singleton
class Owner {

    private final Services services;
    private final Questions questions;
    private final Passports passports;
    /** Whose an export is never changes. */
    private final Cache<UUID, Export> exports =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** A customer as its owner sees it, and whether the subject that was named sees it too, directly or by a group. */
    record Customer(UUID partnerId, Optional<Consent> consent, boolean visible) {

        static Customer of(JsonNode answer) {
            var partner =
                    UUID.fromString(answer.path("customer").path("partnerId").asText());
            var consent = answer.path("consent");
            return new Customer(
                    partner,
                    consent.isObject() ? Optional.of(Consent.of(consent)) : Optional.empty(),
                    answer.path("administrator").path("allCustomers").asBoolean()
                            || answer.path("assigned").asBoolean()
                            || !answer.path("groupIds").isEmpty());
        }
    }

    /** A partner as its owner sees it, and what was decided of the subject that was named, if anything was: there, and at all. */
    record Partner(PartnerRecord partner, Optional<SubjectAccess> access, Optional<SubjectAccess> everywhere) {

        static Partner of(JsonNode answer) {
            return new Partner(PartnerRecord.of(answer), decided(answer, "access"), decided(answer, "everywhere"));
        }
    }

    /** Whose an export is. */
    record Export(UUID partnerId, UUID customerId) {}

    Owner(Services services, Questions questions, Passports passports) {
        this.services = services;
        this.questions = questions;
        this.passports = passports;
    }

    /** @param subject whose sight of the customer matters; null where nobody's does, which spares the owner looking */
    Future<Optional<Customer>> customer(UUID id, String subject) {
        var about = subject == null ? "" : "?subject=" + encode(subject);
        return customers("/internal/customers/" + id + about)
                .map(answer -> known(answer).map(Customer::of));
    }

    Future<Optional<Partner>> partner(UUID id, String subject) {
        return customers("/internal/partners/" + id + "?subject=" + encode(subject))
                .map(answer -> known(answer).map(Partner::of));
    }

    /** What was decided of a subject wherever it shows up, if anything was. */
    Future<Optional<SubjectAccess>> subject(String subject) {
        return customers("/internal/subjects/" + encode(subject))
                .map(answer -> known(answer).flatMap(told -> decided(told, "everywhere")));
    }

    private static Optional<SubjectAccess> decided(JsonNode answer, String name) {
        var access = answer.path(name);
        return access.isObject() ? Optional.of(SubjectAccess.of(access)) : Optional.empty();
    }

    /** Whether the session was ended; one that is unknown never was, or is long gone. */
    Future<Boolean> sessionEnded(String sid) {
        return customers("/internal/launch-sessions/" + encode(sid)).map(answer -> known(answer)
                .map(it -> it.path("ended").asBoolean(true))
                .orElse(true));
    }

    Future<Optional<Export>> export(UUID id) {
        var held = exports.getIfPresent(id);
        if (held != null) {
            return Future.succeededFuture(Optional.of(held));
        }
        return ask("reporting", services.reporting(), "/internal/exports/" + id).map(answer -> {
            var export = known(answer)
                    .map(it -> new Export(
                            UUID.fromString(it.path("partnerId").asText()),
                            UUID.fromString(it.path("customerId").asText())));
            export.ifPresent(it -> exports.put(id, it));
            return export;
        });
    }

    private Future<Answer> customers(String path) {
        return ask("customers", services.customers(), path);
    }

    private Future<Answer> ask(String service, URI base, String path) {
        return questions.ask(base.resolve(path), passports.serviceBearer(service));
    }

    private static Optional<JsonNode> known(Answer answer) {
        if (answer.ok()) {
            return Optional.of(answer.json());
        }
        if (answer.notFound()) {
            return Optional.empty();
        }
        throw new IllegalStateException("The owner answered " + answer.status());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
