package dev.kontor.gateway.tokens;

/** A token was shown, and it does not count; the message is fit for {@code error_description} (RFC 6750). */
public final class TokenRefused extends RuntimeException {

    public TokenRefused(String why) {
        // An answer, not a fault: nobody reads its stack trace.
        super(why, null, false, false);
    }
}
