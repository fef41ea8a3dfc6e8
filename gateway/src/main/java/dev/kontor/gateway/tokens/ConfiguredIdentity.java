package dev.kontor.gateway.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.policy.Kind;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a configured issuer's token speaks for: exactly one known group decides, and the issuer has to be allowed it. */
final class ConfiguredIdentity implements TrustedIssuer.Identity {

    static final String DEFAULT_ALIAS = "default";

    private static final Set<String> GROUPS = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::claim),
                    Stream.of(Kind.CUSTOMER, Kind.OPERATOR, Kind.REPORTER).map(Kind::authority))
            .collect(Collectors.toUnmodifiableSet());

    private final String alias;
    private final IssuerSettings.Issuer settings;
    private final Set<String> otherAliases;
    private final Set<String> permissions;

    ConfiguredIdentity(String alias, IssuerSettings.Issuer settings, Set<String> aliases, Set<String> permissions) {
        this.alias = alias;
        this.settings = settings;
        this.otherAliases = aliases;
        this.permissions = permissions;
        settings.groups().ifPresent(groups -> {
            if (!GROUPS.containsAll(groups)) {
                throw new IllegalArgumentException("kontor.issuers." + alias + ".groups names an unknown group");
            }
        });
        settings.defaultScopes().ifPresent(scopes -> {
            if (!permissions.containsAll(scopes)) {
                throw new IllegalArgumentException(
                        "kontor.issuers." + alias + ".default-scopes names an unknown permission");
            }
        });
    }

    @Override
    public Principal of(JsonNode claims) {
        var reader = new ClaimReader(claims);
        var names = settings.claims();
        var known =
                reader.strings(names.groups()).stream().filter(GROUPS::contains).toList();
        if (known.size() != 1) {
            throw new TokenRefused("The token has not exactly one known group");
        }
        var group = known.get(0);
        if (!settings.groups().orElse(Set.of()).contains(group)) {
            throw new TokenRefused("The issuer may not assert the group " + group);
        }
        var subject = subject(reader);
        return switch (group) {
            case "customer-admin" -> customer(reader, subject);
            case "vendor-operator" -> Principal.operator(subject);
            case "usage-reporter" -> Principal.reporter(subject);
            default -> partner(reader, subject, Role.ofClaim(group).orElseThrow());
        };
    }

    /** One that may not speak for every partner may not speak for every customer either. */
    private Principal customer(ClaimReader reader, String subject) {
        var customer = reader.uuid(settings.claims().customer());
        var any = settings.customers().isEmpty() && settings.partners().isEmpty();
        if (!any && !settings.customers().orElse(Set.of()).contains(customer)) {
            throw new TokenRefused("The issuer may not speak for this customer");
        }
        return Principal.customer(subject, customer);
    }

    private Principal partner(ClaimReader reader, String subject, Role role) {
        var names = settings.claims();
        var partner = reader.uuid(names.partner());
        if (partner.equals(Principal.VENDOR)) {
            throw new TokenRefused("The token's partner does not exist");
        }
        if (settings.partners().isPresent() && !settings.partners().get().contains(partner)) {
            throw new TokenRefused("The issuer may not speak for this partner");
        }
        boolean client = names.automation().equals(reader.text(names.grantType()));
        return Principal.partner(
                subject,
                role,
                partner,
                reader.strings(names.programs()),
                client ? clientsScopes(reader) : reader.words(names.scope()),
                client);
    }

    /** An automation client has what its scopes say, so that without any it would have nothing. */
    private Set<String> clientsScopes(ClaimReader reader) {
        var scopes = reader.words(settings.claims().scope());
        return scopes.stream().anyMatch(permissions::contains)
                ? scopes
                : settings.defaultScopes().orElse(scopes);
    }

    private String subject(ClaimReader reader) {
        if (!alias.equals(DEFAULT_ALIAS)) {
            return reader.subject(alias + ":", settings.claims().subject());
        }
        var subject = reader.subject("", settings.claims().subject());
        int colon = subject.indexOf(':');
        // Without this the default issuer could name a subject of any other.
        if (colon >= 0 && otherAliases.contains(subject.substring(0, colon))) {
            throw new TokenRefused("The token's subject is another issuer's");
        }
        return subject;
    }
}
