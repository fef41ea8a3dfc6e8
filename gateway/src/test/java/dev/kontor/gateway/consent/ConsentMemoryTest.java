package dev.kontor.gateway.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.gateway.clock.BusinessClock;
import dev.kontor.testkit.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A million customers' consent, read from records as they come, in a process that has 250 MiB for it and for itself. */
class ConsentMemoryTest {

    private static final int CUSTOMERS = 1_000_000;
    private static final int PARTNERS = 1_000;

    @Test
    void aMillionCustomersFitInto250Mebibytes() throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx250m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkontor.root=" + System.getProperty("kontor.root"),
                "-cp",
                System.getProperty("java.class.path"),
                ConsentMemoryTest.class.getName());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(CUSTOMERS + " customers");
    }

    /** Runs in the small process. */
    public static void main(String[] args) throws IOException {
        var clock = Clock.systemUTC();
        var state = new ConsentState(new BusinessClock(clock), clock);
        var json = new ObjectMapper();
        var told = Contract.of("partner-assistance.changed")
                .with("state.customerId", "%1$s")
                .with("state.partnerId", "%2$s")
                .with("state.grant", "%3$s")
                .body()
                .toString();
        for (int i = 0; i < CUSTOMERS; i++) {
            var record = told.formatted(customer(i), new UUID(7, i % PARTNERS), new UUID(9, i));
            state.apply(
                    "consent/" + customer(i),
                    json.readTree(record.getBytes(StandardCharsets.UTF_8)).required("state"));
        }
        int held = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            held += state.consent(customer(i)).orElseThrow().covers(new UUID(7, i % PARTNERS), clock.instant()) ? 1 : 0;
        }
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.println(
                held + " customers in " + (runtime.totalMemory() - runtime.freeMemory()) / 1024 / 1024 + " MiB");
    }

    private static UUID customer(int i) {
        return new UUID(0x0193_0000_0000_7000L + i, 0x8000_0000_0000_0000L | i * 0x9E37_79B9L);
    }
}
