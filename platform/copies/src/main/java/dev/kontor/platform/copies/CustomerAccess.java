package dev.kontor.platform.copies;

import java.util.UUID;

/** Which customers the callers of a service get at; asked for each call that names one in its path. */
public interface CustomerAccess {

    /** Brings what is known of the customer up to date, as far as its owner answers. */
    default void refresh(UUID id) {}

    /**
     * Lets the caller pass.
     *
     * @throws dev.kontor.platform.web.Problem 404 where it sees no such customer, 503 where that can't be told now
     */
    void require(UUID id);
}
