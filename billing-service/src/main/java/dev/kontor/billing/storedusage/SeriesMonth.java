package dev.kontor.billing.storedusage;

import dev.kontor.billing.counting.DayLevel;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;

/**
 * One series' month as it is read, a text for each column of its days: a tenth of the room and the time that the driver's
 * own arrays take.
 *
 * @param carriedAt when the level before the month was observed, or null
 * @param days days since the month's first, {@code {0,1}}; null where the month has none
 * @param highest of each day
 * @param last of each day, {@code NULL} where it is the highest
 */
record SeriesMonth(
        UUID customerId,
        String product,
        Instant carriedAt,
        BigDecimal carried,
        String days,
        String highest,
        String last) {

    Series series() {
        return new Series(customerId, product);
    }

    /** Levels that count whole days. */
    Levels levels(YearMonth month) {
        var levels = new ArrayList<DayLevel>();
        if (days != null) {
            var numbers = elements(days);
            var tops = elements(highest);
            var ends = elements(last);
            for (var i = 0; i < numbers.length; i++) {
                var top = new BigDecimal(tops[i]);
                levels.add(new DayLevel(
                        month.atDay(1 + Integer.parseInt(numbers[i])),
                        top,
                        ends[i].equals("NULL") ? top : new BigDecimal(ends[i])));
            }
            levels.sort(Comparator.comparing(DayLevel::day));
        }
        return Levels.ofDays(carriedAt == null ? null : new Level(carriedAt, 0, carried), levels);
    }

    private static String[] elements(String array) {
        return array.substring(1, array.length() - 1).split(",", -1);
    }
}
