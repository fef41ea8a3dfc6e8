package dev.kontor.gateway.tokens;

/** No token was shown at all; RFC 6750 (section 3.1) then names no error. */
public final class TokenMissing extends RuntimeException {

    TokenMissing() {
        super("No token", null, false, false);
    }
}
