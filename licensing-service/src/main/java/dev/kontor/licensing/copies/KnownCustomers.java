package dev.kontor.licensing.copies;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.CopyTable;
import dev.kontor.platform.copies.CustomerAccess;
import dev.kontor.platform.copies.Owners;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The customers there are: what one call created the next call knows, also before its event is here.
 *
 * <p>Who looks for one is never in a transaction, since its owner may be asked.
 */
@ApplicationScoped
public class KnownCustomers implements CustomerAccess {

    private static final CopyTable CUSTOMERS = CopyTable.of("customers", "id");

    private final Database database;
    private final EntityManager entities;
    private final Owners owners;
    private final Caller caller;
    private final Event<CustomerLearned> learned;
    private final Event<CustomerMoved> moved;

    KnownCustomers(
            Database database,
            EntityManager entities,
            Owners owners,
            Caller caller,
            Event<CustomerLearned> learned,
            Event<CustomerMoved> moved) {
        this.database = database;
        this.entities = entities;
        this.owners = owners;
        this.caller = caller;
        this.learned = learned;
        this.moved = moved;
    }

    /**
     * What licences need of a customer's state.
     *
     * @param disconnectedAt when it last left a partner; null where it never did
     */
    record State(
            UUID id,
            UUID partnerId,
            AccountType accountType,
            @Nullable List<String> products,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant disconnectedAt,
            long version) {

        /** Whoever has no partner belongs to the vendor, under this reserved id (architecture decision 9). */
        private static final UUID VENDOR = UUID.fromString("00000000-0000-7000-8000-000000000001");

        /** Since when it is its partner's, where that is another than before. */
        Instant movedAt() {
            return partnerId.equals(VENDOR) && disconnectedAt != null ? disconnectedAt : updatedAt;
        }
    }

    private record Row(UUID id, UUID partnerId, String accountType, long version) {}

    private record Known(UUID partnerId, AccountType accountType) {}

    @Produces
    Copy<State> customers() {
        return new Copy<>("kontor.customers.v1", "customer", State.class, this::keep);
    }

    /** A customer the caller sees; managed ones show only in the program (domain.md rule 1), here as in the list of customers. */
    @Override
    public void require(UUID id) {
        var account = find(id).orElseThrow(Problems::notFound);
        if (account == AccountType.MANAGED_ORDER
                && caller.kind() != Caller.Kind.SERVICE
                && !caller.programs().contains("msp-flex-connect")) {
            throw Problems.notFound();
        }
    }

    /**
     * For another service's call on behalf of a partner: the customer must be that partner's.
     *
     * @throws Problem 404 where it isn't
     */
    public void requireOf(UUID partnerId, UUID id) {
        var theirs = owners.find(id, customer -> known(customer)
                .filter(known -> known.partnerId().equals(partnerId)));
        if (theirs.isEmpty()) {
            throw Problems.notFound();
        }
    }

    /** The account type of a customer, empty where the caller sees no such customer. */
    public Optional<AccountType> find(UUID id) {
        return owners.find(id, this::known).map(Known::accountType);
    }

    @Transactional
    Optional<Known> known(UUID id) {
        return database.sql("select partner_id, account_type from customers where id = :id")
                .with("id", id)
                .first(Known.class);
    }

    private void keep(State state) {
        var row = new Row(state.id(), state.partnerId(), state.accountType().name(), state.version());
        CUSTOMERS.keep(database, row).ifPresent(kept -> {
            if (kept.isNew()) {
                learned.fire(new CustomerLearned(
                        state.id(),
                        state.partnerId(),
                        state.accountType(),
                        Objects.requireNonNullElse(state.products(), List.of()),
                        state.createdAt()));
            } else if (!state.partnerId().equals(kept.partnerBefore())) {
                // The database moved the rows that hang on this one; whoever reads on must see them moved.
                entities.clear();
                moved.fire(new CustomerMoved(state.id(), kept.partnerBefore(), state.accountType(), state.movedAt()));
            }
        });
    }
}
