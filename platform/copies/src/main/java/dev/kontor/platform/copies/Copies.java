package dev.kontor.platform.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import dev.kontor.platform.security.rows.Visibility;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows what the owners tell: of the kinds this service keeps, and with customers also who may see which. */
@ApplicationScoped
class Copies implements FactConsumer {

    static final String CUSTOMER = "customer";

    private final Map<String, Copy<?>> kinds;
    private final Visibility visibility;
    private final States states;

    Copies(@All List<Copy<?>> kinds, Visibility visibility, States states) {
        this.kinds = kinds.stream().collect(Collectors.toMap(Copy::kind, Function.identity()));
        this.visibility = visibility;
        this.states = states;
    }

    @Override
    public Set<String> topics() {
        return kinds.values().stream().map(Copy::topic).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean accepts(String kind) {
        return isKept(kind) || (isKept(CUSTOMER) && visibility.concerns(kind));
    }

    @Override
    public void on(ReceivedFact fact) {
        if (!isKept(fact.kind())) {
            visibility.apply(fact.key(), fact.state());
        } else if (!fact.isTombstone() && isWhole(fact)) {
            // Only the state counts: compaction may have taken the record that said "created".
            keep(fact.kind(), fact.state());
        }
    }

    /** Another topic may tell a part of the same things: that of consent has partners with nothing but their programs. */
    private boolean isWhole(ReceivedFact fact) {
        return kinds.get(fact.kind()).topic().equals(fact.topic());
    }

    boolean isKept(String kind) {
        return kinds.containsKey(kind);
    }

    /** Takes a state in, in the running transaction, which is a worker's. */
    void keep(String kind, JsonNode state) {
        keep(kinds.get(kind), state);
    }

    private <S extends Record> void keep(Copy<S> copy, JsonNode state) {
        copy.keep().accept(states.read(state, copy.type()));
    }
}
