package dev.kontor.licensing.customers;

import dev.kontor.platform.security.rows.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Stores what is learned of a customer, from whichever side: the same state twice, or an older one, changes nothing. */
@ApplicationScoped
@Transactional
class CustomerCopies {

    private final Customers customers;
    private final Visibility visibility;
    private final Event<CustomerLearned> learned;
    private final Event<CustomerMoved> moved;

    CustomerCopies(
            Customers customers, Visibility visibility, Event<CustomerLearned> learned, Event<CustomerMoved> moved) {
        this.customers = customers;
        this.visibility = visibility;
        this.learned = learned;
        this.moved = moved;
    }

    void apply(CustomerState state) {
        customers.lock(state.id());
        var known = customers.findById(state.id());
        if (known == null) {
            customers.persistAndFlush(Customer.of(state));
            learned.fire(new CustomerLearned(
                    state.id(), state.partnerId(), state.accountType(), productsOf(state), state.createdAt()));
        } else if (known.isOlderThan(state)) {
            var before = known.partnerId();
            known.take(state);
            // The database moves the rows that hang on this one; whoever reads on must see them moved.
            customers.flush();
            customers.getEntityManager().clear();
            if (!before.equals(state.partnerId())) {
                moved.fire(new CustomerMoved(state.id(), before, state.accountType(), state.movedAt()));
            }
        }
    }

    /** What the owner answered, also what {@code subject} sees of its partner's customers; null for nobody. */
    void apply(CustomersClient.Answer answer, String subject) {
        var customer = answer.customer();
        apply(customer);
        if (subject == null) {
            return;
        }
        if (answer.administrator() != null) {
            visibility.administrator(
                    customer.partnerId(), subject, answer.administrator().allCustomers());
        }
        if (answer.assigned()) {
            visibility.assignment(customer.partnerId(), subject, customer.id(), true);
        }
        if (answer.groupIds() != null) {
            answer.groupIds().forEach(group -> visibility.grouped(customer.partnerId(), group, customer.id(), subject));
        }
    }

    /** The account type of a customer the caller sees, or null. */
    AccountType accountType(UUID id) {
        var visible = customers.findById(id);
        return visible == null ? null : visible.accountType();
    }

    /** Whose a customer is that the caller sees, or null. */
    UUID partner(UUID id) {
        var visible = customers.findById(id);
        return visible == null ? null : visible.partnerId();
    }

    private static List<String> productsOf(CustomerState state) {
        return state.products() == null ? List.of() : state.products();
    }
}
