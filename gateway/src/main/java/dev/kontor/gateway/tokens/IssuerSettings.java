package dev.kontor.gateway.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The trusted issuers by alias, {@code kontor.issuers.<alias>.*}; {@code default} is the one without a prefix. */
@ConfigMapping(prefix = "kontor.issuers")
interface IssuerSettings {

    @WithParentName
    Map<String, Issuer> byAlias();

    /** One issuer, and what it may assert. */
    interface Issuer {
        String issuer();

        URI jwks();

        @WithDefault("kontor")
        String audience();

        /** The {@code typ} headers taken; {@code JWT} only where an issuer knows no other. */
        @WithDefault("at+jwt")
        Set<String> types();

        /** The longest time its tokens may live, from {@code iat} to {@code exp}. */
        @WithDefault("PT1H")
        Duration longestLife();

        /** The groups it may assert; none are taken unless they are listed. */
        Optional<Set<String>> groups();

        /** The partners it may speak for; any where it is not set. */
        Optional<Set<UUID>> partners();

        /** The customers whose administrators it may assert; any where neither these nor its partners are set. */
        Optional<Set<UUID>> customers();

        /** Where its clients get tokens, for the published document, which offers none where it is not set. */
        Optional<URI> tokenEndpoint();

        /** The scopes of an automation client whose token names no permission; none where they are not set. */
        Optional<Set<String>> defaultScopes();

        Claims claims();
    }

    /** Where the issuer's tokens say what: a claim's name, or a JSON pointer ({@code /realm_access/roles}). */
    interface Claims {
        /** Who it is; for issuers whose {@code sub} is not made of letters, digits and {@code ._@:-}. */
        @WithDefault("sub")
        String subject();

        @WithDefault("groups")
        String groups();

        @WithDefault("partner_id")
        String partner();

        @WithDefault("customer_id")
        String customer();

        @WithDefault("programs")
        String programs();

        @WithDefault("scope")
        String scope();

        /** The claim by which an automation client is known. */
        @WithDefault("gty")
        String grantType();

        /** What that claim says then. */
        @WithDefault("client-credentials")
        String automation();
    }
}
