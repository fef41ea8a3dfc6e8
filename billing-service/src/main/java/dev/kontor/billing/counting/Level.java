package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A level somebody reported: not an increment (domain.md rule 20).
 *
 * @param arrival rises with every stored record; decides between levels observed at the same instant
 */
public record Level(Instant observedAt, long arrival, BigDecimal quantity) {}
