package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * All that counting by whole days needs to know of a day's records.
 *
 * @param highest the highest level
 * @param last the latest by observation time, then arrival
 */
public record DayLevel(LocalDate day, BigDecimal highest, BigDecimal last) {}
