package dev.kontor.gateway.tokens;

import dev.kontor.gateway.policy.Principal;
import java.time.Instant;

/** A token that was found genuine: whom it speaks for, since when and until when. */
public record AccessToken(Principal principal, Instant issuedAt, Instant expiresAt) {}
