package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void freshWipesOnlyWhatIsOurs() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> new DataDirectory(folder).wipe())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("doesn't look like Kontor data");
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void nobodyElseLooksIntoIt() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = new DataDirectory(folder);

        data.prepare();

        for (var kept : List.of(folder, data.logs(), data.kafka(), data.run())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderWithOtherFilesIsNotTaken() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> new DataDirectory(folder).prepare()).isInstanceOf(Refusal.class);
    }

    @Test
    void ourOwnDataAreWiped() {
        var data = new DataDirectory(folder);
        data.prepare();

        data.wipe();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPathThatIsAFileIsRefusedInOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new DataDirectory(file).prepare())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFirstStartThatBrokeOffGoesOnAsItBegan() throws IOException {
        var data = new DataDirectory(folder);
        data.prepare();
        assertThat(data.isBegun()).isFalse();

        assertThat(data.begin(true)).isTrue();

        assertThat(data.isBegun()).isTrue();
        assertThat(data.isComplete()).isFalse();
        assertThat(data.begin(false)).isTrue();
    }

    @Test
    void whoeverHoldsTheLockRuns() throws IOException {
        var data = new DataDirectory(folder);
        data.prepare();
        assertThat(data.isRunning()).isFalse();

        try (var lock = data.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(data.isRunning()).isTrue();
        }
        assertThat(data.isRunning()).isFalse();
    }

    @Test
    void secretsAreMadeOnceAndAreTheirOwnerSAlone() throws IOException {
        var secrets = new DataDirectory(folder).secrets();

        assertThat(secrets.password("customers_app"))
                .isEqualTo(secrets.password("customers_app"))
                .hasSize(48);
        assertThat(secrets.signingKey("gateway")).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(secrets.issuerKey().toJSONString())
                .isEqualTo(secrets.issuerKey().toJSONString());
        assertThat(Files.getPosixFilePermissions(secrets.folder())).hasSize(3);
        assertThat(Files.getPosixFilePermissions(secrets.signingKey("gateway"))).hasSize(2);
    }

    @Test
    void theHomeNoteFindsASuiteOnOtherData() throws IOException {
        var home = Home.of(Map.of("KONTOR_HOME", folder.toString()), Path.of("/unused"));
        var note = new Home.Note(new DataDirectory(folder.resolve("elsewhere")), new Ports(18080), 42);

        home.write(note);

        assertThat(home.note()).contains(note);
        // The note alone does not make the default folder somebody's.
        new DataDirectory(folder).prepare();
    }
}
