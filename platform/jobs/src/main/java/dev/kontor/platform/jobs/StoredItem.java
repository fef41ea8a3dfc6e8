package dev.kontor.platform.jobs;

import java.util.UUID;

/**
 * An item as it stands.
 *
 * @param outcome what became of it; null where nothing did yet
 */
public record StoredItem(UUID item, ItemState state, Outcome outcome) {}
