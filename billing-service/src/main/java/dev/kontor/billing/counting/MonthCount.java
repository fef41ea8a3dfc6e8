package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A customer's month of one billed product: ordered, actual and billable quantity kept apart.
 *
 * @param product the selected licence, whatever product of its category was installed (domain.md rule 10)
 * @param ordered null where none was ordered
 * @param asOf the day the actual quantity stands for
 */
public record MonthCount(
        String product,
        BigDecimal ordered,
        BigDecimal actual,
        BigDecimal billable,
        CountMethod method,
        LocalDate asOf) {}
