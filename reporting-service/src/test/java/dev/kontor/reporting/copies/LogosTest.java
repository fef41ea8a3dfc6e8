package dev.kontor.reporting.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.Problem;
import dev.kontor.reporting.CustomersServiceStub;
import dev.kontor.reporting.Samples;
import dev.kontor.reporting.Situation;
import dev.kontor.testkit.KontorServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Images are kept for as long as somebody shows them, and no document comes without (domain.md rule 31). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class LogosTest {

    @Inject
    Logos logos;

    @Inject
    Database database;

    @Test
    void whatNobodyShowsIsForgottenAnHourLater() {
        var bakery = Situation.aCustomer();
        bakery.withLogos().ownerKnows(false);
        bakery.export("central-overview", "{\"format\":\"pdf\"}").then().statusCode(201);
        var nobodys = List.of("old-" + Ids.next(), "new-" + Ids.next());
        nobodys.forEach(hash -> asWorker(() -> database.sql("insert into logos (hash, image) values (:hash, :image)")
                .with("hash", hash)
                .with("image", Samples.logo(10, 10))
                .update()));
        asWorker(() -> database.sql("update logos set kept_at = kept_at - interval '61 minutes' where hash <> :young")
                .with("young", nobodys.get(1))
                .update());

        logos.forgetUnshown();

        assertThat(asWorker(() -> database.sql("select hash from logos").list(String.class)))
                .contains("partner-" + bakery.partner, "customer-" + bakery.customer, nobodys.get(1))
                .doesNotContain(nobodys.get(0));
    }

    @Test
    void whatAnExportFrozeStaysThoughItsCustomerShowsAnother() {
        var bakery = Situation.aCustomer();
        bakery.withLogos().ownerKnows(false);
        bakery.export("central-overview", "{\"format\":\"pdf\"}").then().statusCode(201);
        var frozen = "customer-" + bakery.customer;
        asWorker(() -> database.sql("update customers set logo_hash = null where id = :id")
                .with("id", bakery.customer)
                .update());
        asWorker(() -> database.sql("update logos set kept_at = kept_at - interval '61 minutes'")
                .update());

        logos.forgetUnshown();

        assertThat(asWorker(() -> logos.kept(frozen))).isPresent();
    }

    @Test
    void oneThatCannotBeHadIsARefusalAndNoNothing() {
        var refusal = catchThrowableOfType(Problem.class, () -> logos.find("gone-" + Ids.next()));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(logos.find(null)).isEmpty();
    }

    private static <T> T asWorker(Supplier<T> work) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
