package dev.kontor.billing.resale;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a partner's customers are charged for a month.
 *
 * @param lines customer by customer in the order of the customer list
 * @param names of the lines' customers
 * @param externalIds what the partner's own tools call them, where it said so
 */
record ResaleMonth(
        YearMonth month,
        UUID statementId,
        String state,
        String currency,
        ResalePriceBook book,
        List<ResaleLine> lines,
        Map<UUID, String> names,
        Map<UUID, String> externalIds) {

    /** The sum of all lines; null where one of them has none. */
    BigDecimal total(Function<ResaleLine, BigDecimal> amount) {
        var amounts = lines.stream().map(amount).toList();
        return amounts.stream().anyMatch(Objects::isNull)
                ? null
                : amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
