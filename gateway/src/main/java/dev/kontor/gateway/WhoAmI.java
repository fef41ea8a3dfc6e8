package dev.kontor.gateway;

import dev.kontor.gateway.policy.Grant;
import dev.kontor.gateway.policy.Principal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The answer of {@code GET /v1/whoami}. */
record WhoAmI(
        String kind,
        String subject,
        UUID partnerId,
        UUID customerId,
        List<String> roles,
        Collection<String> programs,
        Collection<String> permissions,
        String actor) {

    static WhoAmI of(Principal principal, Grant grant) {
        return new WhoAmI(
                principal.kind().claim(),
                principal.subject(),
                principal.partnerId(),
                principal.customerId(),
                principal.role() == null
                        ? List.copyOf(grant.permissions())
                        : List.of(principal.role().claim()),
                grant.programs(),
                grant.permissions(),
                principal.actor());
    }
}
