package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void nobodyIsItsSuperuserWithoutThePasswordFromTheFirstStartOn() throws Exception {
        var data = folder.resolve("postgresql");
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var tuning = Tuning.of(UpCommand.options(List.of()));
        try (var server = PostgresServer.start(data, port, "secret", PostgresServer.Durability.FAST, tuning)) {
            assertThat(server.port()).isEqualTo(port);
            try (var superuser = new ServiceDatabase(port, PostgresServer.SUPERUSER, "secret").connect("postgres");
                    var rules = superuser
                            .createStatement()
                            .executeQuery(
                                    """
                            select count(*) filter (where auth_method <> 'scram-sha-256'), count(*)
                            from pg_hba_file_rules""")) {
                rules.next();
                assertThat(rules.getInt(1)).isZero();
                assertThat(rules.getInt(2)).isPositive();
            }
            assertThatThrownBy(() -> new ServiceDatabase(port, PostgresServer.SUPERUSER, "guessed")
                            .connect("postgres")
                            .close())
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Files.readString(data.resolve("pg_hba.conf"))).doesNotContain("trust");
    }
}
