package dev.kontor.gateway.tokens;

/** The token is genuine, and the launched session it belongs to is over. */
public final class SessionEnded extends RuntimeException {

    public SessionEnded() {
        super("The session has ended", null, false, false);
    }
}
