package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that somebody runs in the suite's stead is theirs for as long as they live. */
class ProcessesTest {

    private DataDirectory data;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        data = new DataDirectory(folder);
        data.prepare();
    }

    @Test
    void aServiceIsTheSuitesUntilItIsTaken() throws IOException {
        assertThat(Processes.isTaken(data, Service.CUSTOMERS)).isFalse();

        Files.writeString(data.taken(Service.CUSTOMERS), ProcessHandle.current().pid() + "\n");

        assertThat(Processes.isTaken(data, Service.CUSTOMERS)).isTrue();
        assertThat(Processes.isTaken(data, Service.BILLING)).isFalse();
    }

    @Test
    void whoeverIsGoneHasGivenItBack() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(data.taken(Service.CUSTOMERS), gone.pid() + "\n");

        assertThat(Processes.isTaken(data, Service.CUSTOMERS)).isFalse();
        assertThat(data.taken(Service.CUSTOMERS)).doesNotExist();
    }
}
