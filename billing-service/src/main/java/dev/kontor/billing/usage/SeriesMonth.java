package dev.kontor.billing.usage;

import dev.kontor.billing.counting.DayLevel;
import dev.kontor.billing.counting.Levels;
import dev.kontor.platform.database.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One series' month as it is read, a text for each column of its days: a tenth of the room and the time that the driver's
 * own arrays take.
 *
 * @param carriedDay when the level before the month was observed, or null
 * @param days days since the month's first, {@code {0,1}}; null where the month has none
 * @param highest of each day
 * @param last of each day, {@code NULL} where it is the highest
 */
record SeriesMonth(String product, LocalDate carriedDay, BigDecimal carried, String days, String highest, String last) {

    static SeriesMonth read(Row row) {
        return new SeriesMonth(
                row.text("product"),
                row.date("carried_day"),
                row.decimal("carried"),
                row.text("days"),
                row.text("highest"),
                row.text("last"));
    }

    /** Levels that count whole days. */
    Levels levels(YearMonth month) {
        List<DayLevel> levels = new ArrayList<>();
        if (carriedDay != null) {
            levels.add(new DayLevel(carriedDay, carried, carried));
        }
        if (days != null) {
            String[] numbers = elements(days);
            String[] tops = elements(highest);
            String[] ends = elements(last);
            for (int i = 0; i < numbers.length; i++) {
                BigDecimal top = new BigDecimal(tops[i]);
                levels.add(new DayLevel(
                        month.atDay(1 + Integer.parseInt(numbers[i])),
                        top,
                        ends[i].equals("NULL") ? top : new BigDecimal(ends[i])));
            }
            levels.sort(Comparator.comparing(DayLevel::day));
        }
        return Levels.ofDays(levels);
    }

    private static String[] elements(String array) {
        return array.substring(1, array.length() - 1).split(",", -1);
    }
}
