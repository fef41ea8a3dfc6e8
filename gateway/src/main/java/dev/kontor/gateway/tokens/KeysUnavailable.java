package dev.kontor.gateway.tokens;

/** The issuer's keys were never loaded, so nothing can be said about its tokens. */
public final class KeysUnavailable extends RuntimeException {

    KeysUnavailable(Throwable cause) {
        super("The issuer's keys are not there", cause, false, false);
    }
}
