package dev.kontor.customers.customers;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.CustomerLeaving;
import dev.kontor.customers.Topics;
import dev.kontor.customers.administrators.AdministratorService;
import dev.kontor.customers.assistance.AssistanceService;
import dev.kontor.customers.assistance.AssistanceState;
import dev.kontor.customers.assistance.ConsentState;
import dev.kontor.customers.launches.LaunchService;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Moves customers between partners and the vendor (domain.md rules 4 and 8): one transaction, and all who copy are told. */
@ApplicationScoped
@Transactional
public class CustomerMoves {

    private final Customers customers;
    private final AssistanceService assistances;
    private final AdministratorService administrators;
    private final LaunchService launches;
    private final Event<CustomerLeaving> leaving;
    private final Outbox outbox;
    private final Session entities;
    private final Database database;

    CustomerMoves(
            Customers customers,
            AssistanceService assistances,
            AdministratorService administrators,
            LaunchService launches,
            Event<CustomerLeaving> leaving,
            Outbox outbox,
            Session entities,
            Database database) {
        this.customers = customers;
        this.assistances = assistances;
        this.administrators = administrators;
        this.launches = launches;
        this.leaving = leaving;
        this.outbox = outbox;
        this.entities = entities;
        this.database = database;
    }

    /** A customer as far as the relation with its partner goes. */
    public record Standing(UUID customerId, UUID partnerId, AccountType accountType, boolean managed) {}

    record Disconnected(UUID previousPartnerId, Instant at, String by) {}

    record Connected(UUID previousPartnerId, Instant at, String by, UUID requestId) {}

    record Scheduled(Instant scheduledFor, String by) {}

    /** What the database did beside moving the rows. */
    record Moved(long consentVersion, List<UUID> ended, List<String> unassigned) {}

    /** How a customer stands now; empty where it is not visible. */
    public Optional<Standing> standing(UUID id) {
        return customers.visible(id).map(CustomerMoves::standing);
    }

    /** How a customer stands, held against any other move until the transaction ends; 404 where it is not visible. */
    public Standing held(UUID id) {
        return standing(customers.held(id).orElseThrow(Problems::notFound));
    }

    /** The customer becomes the vendor's at that instant, whatever the time is now. */
    public void disconnect(UUID id, Instant at, String by) {
        var customer = customers.held(id).orElseThrow(Problems::notFound);
        var partner = customer.partnerId();
        leaving.fire(new CustomerLeaving(id, partner, at));
        entities.detach(customer);
        customer.leave(at);
        move(customer, partner, null, at);
        tell("customer.disconnected", customer.state().nextVersion(), partner, new Disconnected(partner, at, by));
    }

    /** The vendor's customer becomes that partner's; whoever asked for it is assigned to it, and named. */
    public void connect(UUID id, UUID partner, String requester, UUID requestId, String by, Instant at) {
        var customer = customers.held(id).orElseThrow(Problems::notFound);
        var before = customer.partnerId();
        entities.detach(customer);
        customer.join(partner, at);
        move(customer, before, requester, at);
        administrators.nameAssigned(partner, requester, id);
        tell("customer.connected", customer.state().nextVersion(), partner, new Connected(before, at, by, requestId));
    }

    /** Tells that a disconnect was scheduled ({@code customer.disconnect-scheduled}) or taken back. */
    public void tellSchedule(UUID id, String type, Instant scheduledFor, String by, Instant now) {
        var customer = customers.held(id).orElseThrow(Problems::notFound);
        customer.touch(now);
        customers.flush();
        tell(type, customer.state(), customer.partnerId(), new Scheduled(scheduledFor, by));
    }

    private static Standing standing(Customer customer) {
        return new Standing(customer.id(), customer.partnerId(), customer.accountType(), customer.isManaged());
    }

    private void move(Customer customer, UUID from, String assignee, Instant at) {
        var grant = Ids.next();
        var moved = database.sql(
                        """
                        select kontor.move_customer(:customer, :from, :to, :version, :type, :at, :grant, :assignee)
                            as moved""")
                .with("customer", customer.id())
                .with("from", from)
                .with("to", customer.partnerId())
                .with("version", customer.version())
                .with("type", customer.accountType())
                .with("at", at)
                .with("grant", grant)
                .with("assignee", assignee)
                .first(row -> row.json("moved", Moved.class))
                .orElseThrow();
        // Whatever this transaction read of the customer before is no longer so.
        entities.clear();
        assistances.tellEnded(new AssistanceState(
                customer.id(), customer.partnerId(), ConsentState.OFF, null, at, null, grant, moved.consentVersion()));
        launches.tellEnded(from, customer.id(), moved.ended());
        administrators.tellUnassigned(from, customer.id(), moved.unassigned());
    }

    private void tell(String type, CustomerState state, UUID whose, Object event) {
        outbox.append(Fact.of(Topics.CUSTOMERS, "customer/" + state.id(), type, whose, event, state));
    }
}
