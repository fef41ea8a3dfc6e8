package dev.kontor.gateway.policy;

import java.util.Set;
import java.util.UUID;

/**
 * Who a verified token speaks for, and what the token says about them; null where a kind has no such thing.
 *
 * @param programs what the token claims; the partner's record has the last word
 * @param clientCredentials whether the token came by OAuth client credentials, so that its scopes always narrow
 * @param actor who acts in a launched session (RFC 8693, {@code act.sub})
 * @param session the launched session's id
 */
public record Principal(
        Kind kind,
        String subject,
        Role role,
        UUID partnerId,
        UUID customerId,
        Set<String> programs,
        Set<String> scopes,
        boolean clientCredentials,
        String actor,
        String session) {

    /** Stands for the vendor where a partner's id would (architecture decision 9); nobody speaks for it as a partner. */
    public static final UUID VENDOR = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /** Nobody in particular, for what is open to everyone. */
    public static final Principal ANONYMOUS =
            new Principal(Kind.ANONYMOUS, "anonymous", null, null, null, Set.of(), Set.of(), false, null, null);

    public static Principal partner(
            String subject,
            Role role,
            UUID partnerId,
            Set<String> programs,
            Set<String> scopes,
            boolean clientCredentials) {
        return new Principal(
                Kind.PARTNER, subject, role, partnerId, null, programs, scopes, clientCredentials, null, null);
    }

    public static Principal launched(
            String subject,
            Role role,
            UUID partnerId,
            UUID customerId,
            Set<String> programs,
            Set<String> scopes,
            String actor,
            String session) {
        return new Principal(
                Kind.LAUNCHED, subject, role, partnerId, customerId, programs, scopes, false, actor, session);
    }

    public static Principal customer(String subject, UUID customerId) {
        return new Principal(Kind.CUSTOMER, subject, null, null, customerId, Set.of(), Set.of(), false, null, null);
    }

    public static Principal operator(String subject) {
        return new Principal(Kind.OPERATOR, subject, null, null, null, Set.of(), Set.of(), false, null, null);
    }

    public static Principal reporter(String subject) {
        return new Principal(Kind.REPORTER, subject, null, null, null, Set.of(), Set.of(), false, null, null);
    }

    /**
     * Whether scopes narrow even where none is a permission: a client has what it was given, and a launched session what
     * who launched it had.
     */
    boolean hasNothingBesideItsScopes() {
        return clientCredentials || kind == Kind.LAUNCHED;
    }

    /** Whether the principal's role sees every customer of its partner; who sees which of them is data otherwise. */
    public boolean seesAllCustomers() {
        return role == Role.SUPER_ADMIN;
    }
}
