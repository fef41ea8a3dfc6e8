package dev.kontor.reporting.copies;

import dev.kontor.platform.security.rows.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Stores what is learned of customers and partners: the same state twice, or an older one, changes nothing. */
@ApplicationScoped
@Transactional
class CustomerCopies {

    private final Customers customers;
    private final Partners partners;
    private final ConsentRows consents;
    private final Visibility visibility;

    CustomerCopies(Customers customers, Partners partners, ConsentRows consents, Visibility visibility) {
        this.customers = customers;
        this.partners = partners;
        this.consents = consents;
        this.visibility = visibility;
    }

    void apply(CustomerState state) {
        customers.lock("customer/" + state.id());
        Customer known = customers.findById(state.id());
        if (known == null) {
            customers.persistAndFlush(Customer.of(state));
        } else if (known.isOlderThan(state)) {
            // Where its partner changes, the database moves the rows that hang on this one.
            known.take(state);
            customers.flush();
        }
    }

    void apply(PartnerState state) {
        customers.lock("partner/" + state.id());
        Partner known = partners.findById(state.id());
        if (known == null) {
            partners.persistAndFlush(Partner.of(state));
        } else if (known.isOlderThan(state)) {
            known.take(state);
        }
    }

    /** What the owner answered, also what {@code subject} sees of its partner's customers; null for nobody. */
    void apply(CustomersClient.Answer answer, String subject) {
        CustomerState customer = answer.customer();
        apply(customer);
        if (answer.consent() != null) {
            consents.keep(answer.consent());
        }
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

    /** The partner of a customer that the caller sees, or null. */
    UUID partnerOf(UUID customerId) {
        Customer visible = customers.findById(customerId);
        return visible == null ? null : visible.partnerId();
    }

    boolean knowsPartner(UUID partnerId) {
        return partners.findById(partnerId) != null;
    }
}
