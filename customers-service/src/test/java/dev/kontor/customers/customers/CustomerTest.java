package dev.kontor.customers.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.Vendor;
import dev.kontor.platform.web.Problem;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** An account's life (domain.md rules 4, 5, 8 to 10, 12 and 19). */
class CustomerTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final UUID NORDWIND = UUID.fromString("00000000-0000-7000-8000-00000000a001");

    private final Customer trial = created(Wishes.aTrial("endpoint-advanced", "endpoint-advanced", "email-advanced"));

    @Test
    void aNewAccountShowsItsNameAndKeepsEachProductOnce() {
        var state = trial.state();

        assertThat(state.partnerId()).isEqualTo(NORDWIND);
        assertThat(state.name()).isEqualTo("Bäckerei Müller GmbH");
        assertThat(state.displayName()).isEqualTo("Bäckerei Müller GmbH");
        assertThat(state.accountType()).isEqualTo(AccountType.TRIAL);
        assertThat(state.managed()).isFalse();
        assertThat(state.products()).containsExactly("endpoint-advanced", "email-advanced");
        assertThat(state.createdBy()).isEqualTo("petra");
        assertThat(state.createdAt()).isEqualTo(NOW);
        assertThat(state.termsAcceptedAt()).isNull();
        assertThat(trial.isLinked()).isFalse();
        assertThat(trial.revision()).isEqualTo(1);
    }

    @Test
    void aMonthlyAccountKeepsWhenItsTermsWereAccepted() {
        var monthly = Customer.created(
                Wishes.aMonthly(true, "endpoint-advanced"),
                NORDWIND,
                "petra",
                new TermsAccepted("2026-10", NOW, "petra"),
                NOW);

        assertThat(monthly.accountType()).isEqualTo(AccountType.MONTHLY);
        assertThat(monthly.state().termsAcceptedAt()).isEqualTo(NOW);
    }

    @Test
    void theCustomerOfAManagedOrderHasNoProductsOfItsOwnAndIsReadOnly() {
        var ordered =
                Customer.ordered(new ManagedOrderCustomer(NORDWIND, "petra", "Kern", "DE", Wishes.PETRA, "K-1"), NOW);

        assertThat(ordered.isManaged()).isTrue();
        assertThat(ordered.state().name()).isEqualTo("Kern");
        assertThat(ordered.state().accountType()).isEqualTo(AccountType.MANAGED_ORDER);
        assertThat(ordered.state().products()).isEmpty();
        assertThat(ordered.state().externalId()).isEqualTo("K-1");
        assertRefused(() -> ordered.change(ordered.editable(), LATER), "managed-order-read-only");
        assertRefused(() -> ordered.leave(LATER), "managed-order-read-only");
    }

    @Test
    void aRenameIsToldOnlyWhereTheNameShownIsAnother() {
        var renamed = trial.change(new EditableCustomer("Backhaus", Wishes.PETRA, null, null), LATER);

        assertThat(renamed).contains(new Customer.Renamed("Bäckerei Müller GmbH", "Backhaus"));
        assertThat(trial.state().name()).isEqualTo("Bäckerei Müller GmbH");
        assertThat(trial.state().updatedAt()).isEqualTo(LATER);
        assertThat(trial.revision()).isEqualTo(2);
        assertThat(trial.change(new EditableCustomer("Backhaus", Wishes.PETRA, "K-2", null), LATER))
                .isEmpty();
        assertThat(trial.state().externalId()).isEqualTo("K-2");
        assertThat(trial.revision()).isEqualTo(3);
    }

    @Test
    void whatIsNotACallersToEditCountsNoRevision() {
        trial.showLogo("hash", LATER);
        trial.touch(LATER);

        assertThat(trial.state().logoHash()).isEqualTo("hash");
        assertThat(trial.state().updatedAt()).isEqualTo(LATER);
        assertThat(trial.revision()).isEqualTo(1);
    }

    @Test
    void howItIsBilledIsTakenOverInTheOrderItWasTold() {
        assertThat(trial.bill(AccountType.MANAGED_ORDER, 2, LATER)).isTrue();
        assertThat(trial.isManaged()).isTrue();

        assertThat(trial.bill(AccountType.MONTHLY, 2, LATER)).isFalse();
        assertThat(trial.bill(AccountType.MONTHLY, 1, LATER)).isFalse();
        assertThat(trial.accountType()).isEqualTo(AccountType.MANAGED_ORDER);

        assertThat(trial.bill(AccountType.TERM, 3, LATER)).isTrue();
        assertThat(trial.accountType()).isEqualTo(AccountType.TERM);
        assertThat(trial.isManaged()).isFalse();
    }

    @Test
    void whoLeavesIsTheVendorsAndLeavesBehindWhatThePartnerCalledIt() {
        var linked = created(Wishes.linked("K-1", "001A"));
        linked.bill(AccountType.MONTHLY, 1, NOW);
        assertThat(linked.isLinked()).isTrue();

        linked.leave(LATER);

        assertThat(linked.partnerId()).isEqualTo(Vendor.PARTNER_ID);
        assertThat(linked.state().disconnectedAt()).isEqualTo(LATER);
        assertThat(linked.accountType()).isEqualTo(AccountType.TRIAL);
        assertThat(linked.state().externalId()).isNull();
        assertThat(linked.isLinked()).isFalse();
        assertThat(linked.revision()).isEqualTo(2);
    }

    @Test
    void whoLeavesWithATermKeepsIt() {
        trial.bill(AccountType.TERM, 1, NOW);

        trial.leave(LATER);

        assertThat(trial.accountType()).isEqualTo(AccountType.TERM);
    }

    @Test
    void onlyACustomerWithoutAPartnerJoinsOne() {
        assertRefused(() -> trial.join(UUID.randomUUID(), LATER), "already-connected");
        assertThat(trial.partnerId()).isEqualTo(NORDWIND);
        trial.leave(LATER);

        trial.join(NORDWIND, LATER);

        assertThat(trial.partnerId()).isEqualTo(NORDWIND);
    }

    private static Customer created(CreateCustomer wish) {
        return Customer.created(wish, NORDWIND, "petra", null, NOW);
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
