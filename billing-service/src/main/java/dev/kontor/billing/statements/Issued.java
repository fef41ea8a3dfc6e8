package dev.kontor.billing.statements;

/** What closing a partner's month came to. */
public sealed interface Issued {

    /** Its statement is there, from now on or already before. */
    record Statement() implements Issued {}

    /** It is not billed until somebody has looked at it. */
    record Held(String reason) implements Issued {}
}
