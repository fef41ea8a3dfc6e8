package dev.kontor.platform.jobs;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells in which programs a partner is now; asked in a worker's transaction by every item that somebody asked for. A service
 * that does not know of programs has none, and believes the token.
 */
public interface PresentPrograms {

    /** Empty where it does not know, and the token has to be believed. */
    Optional<Set<String>> of(UUID partnerId);
}
