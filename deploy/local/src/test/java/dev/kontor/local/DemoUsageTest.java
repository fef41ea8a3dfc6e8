package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoUsageTest {

    private static final LocalDate SEPTEMBER = LocalDate.parse("2026-09-01");

    @Test
    void everyDayAndProductReportsOnceFromTheFirstDayOn() {
        var plan = DemoCustomers.NORDWIND.first().get(3);
        JsonNode records = DemoUsage.records(
                List.of(new DemoUsage.Customer("c1", plan, SEPTEMBER.plusDays(10))),
                SEPTEMBER,
                SEPTEMBER.plusMonths(1));

        var ids = new HashSet<String>();
        records.forEach(one -> ids.add(one.path("eventId").asText()));
        assertThat(records).hasSize(20 * plan.products().size());
        assertThat(ids).hasSize(records.size());
        assertThat(records)
                .allSatisfy(one -> assertThat(one.path("quantity").asInt()).isPositive());
    }

    @Test
    void demoCustomersHaveNamesOfTheirOwn() {
        var names = Stream.of(DemoCustomers.NORDWIND, DemoCustomers.BRIGHTWATER)
                .flatMap(waves -> Stream.of(waves.first(), waves.second(), waves.third()))
                .flatMap(List::stream)
                .map(DemoCustomers.Plan::name)
                .toList();

        assertThat(names).hasSize(36).doesNotHaveDuplicates();
    }

    @Test
    void logosAreReproducibleAndDiffer() {
        assertThat(DemoLogo.png("a")).isEqualTo(DemoLogo.png("a")).isNotEqualTo(DemoLogo.png("b"));
    }
}
