package dev.kontor.platform.copies;

import java.util.function.Consumer;

/**
 * What a service keeps of one kind of things; produced by whoever keeps it, once for each kind.
 *
 * @param topic where their owner tells of them
 * @param kind what their keys begin with: {@code customer}
 * @param type the part of their state that matters here; every component has to be there but those marked nullable
 * @param keep takes in a state, whether told or asked for, as worker and in a transaction
 */
public record Copy<S extends Record>(String topic, String kind, Class<S> type, Consumer<S> keep) {}
