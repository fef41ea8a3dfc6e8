package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void fresh_wipes_only_what_is_ours() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> new DataDirectory(folder).wipe())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("doesn't look like Kontor data");
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void a_folder_with_other_files_is_not_taken() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> new DataDirectory(folder).prepare()).isInstanceOf(Refusal.class);
    }

    @Test
    void our_own_data_are_wiped() {
        DataDirectory data = new DataDirectory(folder);
        data.prepare();

        data.wipe();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_path_that_is_a_file_is_refused_in_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new DataDirectory(file).prepare())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_first_start_that_broke_off_goes_on_as_it_began() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        data.prepare();
        assertThat(data.isBegun()).isFalse();

        assertThat(data.begin(true)).isTrue();

        assertThat(data.isBegun()).isTrue();
        assertThat(data.isComplete()).isFalse();
        assertThat(data.begin(false)).isTrue();
    }

    @Test
    void whoever_holds_the_lock_runs() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        data.prepare();
        assertThat(data.isRunning()).isFalse();

        try (FileLock lock = data.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(data.isRunning()).isTrue();
        }
        assertThat(data.isRunning()).isFalse();
    }

    @Test
    void secrets_are_made_once_and_are_their_owner_s_alone() throws IOException {
        Secrets secrets = new DataDirectory(folder).secrets();

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
    void the_home_note_finds_a_suite_on_other_data() throws IOException {
        Home home = Home.of(Map.of("KONTOR_HOME", folder.toString()), Path.of("/unused"));
        Home.Note note = new Home.Note(new DataDirectory(folder.resolve("elsewhere")), new Ports(18080), 42);

        home.write(note);

        assertThat(home.note()).contains(note);
        // The note alone does not make the default folder somebody's.
        new DataDirectory(folder).prepare();
    }
}
