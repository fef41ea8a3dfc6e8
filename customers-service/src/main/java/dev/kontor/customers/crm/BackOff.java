package dev.kontor.customers.crm;

import java.time.Duration;

/** How long to wait before the next try: doubled with each failure, never less than the CRM asked for; pure. */
record BackOff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * @param failures how many there were in a row, the latest included
     */
    Duration after(int failures, Duration asked) {
        var doubled = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS));
        var wanted = doubled.compareTo(asked) > 0 ? doubled : asked;
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
