package dev.kontor.local;

/** Ends a command with one line that the person at the keyboard can act on. */
final class Refusal extends RuntimeException {

    Refusal(String line) {
        super(line);
    }
}
