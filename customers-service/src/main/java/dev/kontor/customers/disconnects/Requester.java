package dev.kontor.customers.disconnects;

import dev.kontor.platform.security.Caller;
import java.util.Set;
import java.util.UUID;

/** Who disconnects; that it holds {@code customers:disconnect} was checked before. */
public record Requester(UUID partnerId, String subject, Set<String> programs) {

    static Requester of(Caller caller) {
        return new Requester(caller.partnerId(), caller.subject(), caller.programs());
    }
}
