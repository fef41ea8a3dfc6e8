package dev.kontor.platform.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyTableTest {

    record Customer(UUID id, UUID partnerId, boolean managed, long version) {}

    record Partner(UUID id, String logoHash, Instant since, long version) {}

    @Test
    void aNewerStateReplacesTheRowAndTellsWhoseItWas() {
        assertThat(CopyTable.of("customers", "id").statement(Customer.class))
                .isEqualTo(
                        """
                        insert into customers (id, partner_id, managed, version) values (:id, :partnerId, :managed, :version)
                        on conflict (id) do update set partner_id = excluded.partner_id, managed = excluded.managed, version = excluded.version
                        where customers.version < excluded.version
                        returning old.id is null as is_new, old.partner_id as partner_before""");
    }

    @Test
    void aColumnMayBeSetOnceOrFilledInLater() {
        assertThat(CopyTable.of("partner", "id")
                        .once("since")
                        .added("logo_hash")
                        .statement(Partner.class))
                .contains("do update set logo_hash = excluded.logo_hash, version = excluded.version\n")
                .contains("< excluded.version or partner.version = excluded.version and partner.logo_hash is null\n")
                .endsWith("null::uuid as partner_before");
    }
}
