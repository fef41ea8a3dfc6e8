package dev.kontor.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Levels of use that look lived-in: growing slowly, lower at weekends, the same every time they are made. */
final class DemoUsage {

    /** A customer that exists, and since when. */
    record Customer(String id, DemoCustomers.Plan plan, LocalDate since) {}

    private DemoUsage() {}

    /** The records of whole days, {@code until} not included. */
    static ArrayNode records(List<Customer> customers, LocalDate from, LocalDate until) {
        var records = Http.JSON.createArrayNode();
        for (var customer : customers) {
            var first = customer.since().isAfter(from) ? customer.since() : from;
            for (var day = first; day.isBefore(until); day = day.plusDays(1)) {
                for (var product : customer.plan().products()) {
                    records.addObject()
                            .put("eventId", "demo/" + customer.id() + "/" + product + "/" + day)
                            .put("customerId", customer.id())
                            .put("product", product)
                            .put(
                                    "observedAt",
                                    day.atTime(LocalTime.of(18, 0))
                                            .toInstant(ZoneOffset.UTC)
                                            .toString())
                            .put("quantity", level(customer, product, day));
                }
            }
        }
        return records;
    }

    private static int level(Customer customer, String product, LocalDate day) {
        var whole = product.startsWith("server")
                ? Math.max(1, customer.plan().users() / 12)
                : product.startsWith("uem")
                        ? customer.plan().users() * 2 / 3
                        : customer.plan().users();
        var age = customer.since().until(day, java.time.temporal.ChronoUnit.DAYS);
        var grown = whole + (int) (whole * age / 600);
        var weekend = day.getDayOfWeek().getValue() > 5;
        return Math.max(1, weekend ? grown * 9 / 10 : grown);
    }
}
