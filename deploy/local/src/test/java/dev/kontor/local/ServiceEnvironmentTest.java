package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds whose password (architecture decision 13). */
class ServiceEnvironmentTest {

    private final Ports ports = new Ports(Ports.DEFAULT);
    private Secrets secrets;

    @BeforeEach
    void aNewSuite(@TempDir Path folder) {
        var data = new DataDirectory(folder);
        data.prepare();
        secrets = data.secrets();
    }

    @Test
    void noServingProcessHasAnOwnersPassword() throws IOException {
        for (var service : Service.values()) {
            var environment =
                    ServiceEnvironment.of(service, ports, secrets, Issuer.Settings.DEFAULT, Optional.empty(), null);
            for (var owner : Service.withDatabase()) {
                assertThat(environment).doesNotContainValue(secrets.password(owner.key() + "_owner"));
            }
        }
    }

    @Test
    void theProcessThatMigratesIsTheOwnerAndDoesNothingElse() throws IOException {
        var environment = ServiceEnvironment.ofMigration(Service.BILLING, ports, secrets);

        assertThat(environment)
                .containsEntry("KONTOR_MIGRATE", "true")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "billing_owner")
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", secrets.password("billing_owner"))
                .doesNotContainKey("KONTOR_SIGNING_KEY");
    }
}
