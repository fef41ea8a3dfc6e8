package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A level somebody reported, or that follows from the devices seen: not an increment (domain.md rule 20).
 *
 * @param arrival rises with every stored record; decides between levels observed at the same instant
 * @param reported false where nobody reported anything then: the level changed by time alone
 */
public record Level(Instant observedAt, long arrival, BigDecimal quantity, boolean reported) {

    public Level(Instant observedAt, long arrival, BigDecimal quantity) {
        this(observedAt, arrival, quantity, true);
    }
}
