package dev.kontor.platform.clock;

import java.time.Instant;

/** Fired after business time jumped forward, so that what fell due in the jump is done now and not at the next tick. */
public record ClockMoved(Instant now) {}
