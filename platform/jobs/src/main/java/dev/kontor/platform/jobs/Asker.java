package dev.kontor.platform.jobs;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Traces;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asked for a job, as its token said.
 *
 * @param permissions what its role and its scopes gave it
 * @param seesAll whether its role sees every customer of the partner
 * @param programs of the token; what the partner is in today is asked at each item
 * @param actor who acts in its name, or null
 */
public record Asker(
        String subject,
        String role,
        Set<String> permissions,
        boolean seesAll,
        Set<String> programs,
        String actor,
        String traceId) {

    public Asker {
        permissions = permissions == null ? Set.of() : permissions;
        programs = programs == null ? Set.of() : programs;
    }

    static Asker of(Caller caller) {
        return new Asker(
                caller.subject(),
                caller.role(),
                caller.permissions(),
                caller.seesAllByPassport(),
                caller.programs(),
                caller.actor(),
                Traces.traceId());
    }

    /** The same, where the partner is in these programs now. */
    Asker in(Set<String> present) {
        var both = programs.stream().filter(present::contains).collect(Collectors.toSet());
        return new Asker(subject, role, permissions, seesAll, both, actor, traceId);
    }
}
