package dev.kontor.customers.customers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.customers.CustomerTouched;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.NameInCrm;
import dev.kontor.customers.Topics;
import dev.kontor.customers.crm.CrmService;
import dev.kontor.customers.input.Contact;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.hibernate.exception.ConstraintViolationException;

/** A partner's customers; also for the other features of this service. */
@ApplicationScoped
@Transactional
public class CustomerService {

    private final Customers customers;
    private final CustomerRows rows;
    private final CrmService crm;
    private final Outbox outbox;
    private final MergePatch patches;
    private final Clock clock;

    CustomerService(
            Customers customers, CustomerRows rows, CrmService crm, Outbox outbox, MergePatch patches, Clock clock) {
        this.customers = customers;
        this.rows = rows;
        this.crm = crm;
        this.outbox = outbox;
        this.patches = patches;
        this.clock = clock;
    }

    /** A view with the revision If-Match compares. */
    record Versioned(CustomerView customer, long revision) {

        static Versioned of(CustomerRows.Shown row) {
            return new Versioned(row.view(), row.revision());
        }
    }

    Page<CustomerView> list(CustomerFilter filter, CustomerSort sort, PageRequest page) {
        return Page.of(
                        rows.list(filter, sort, page),
                        page,
                        row -> List.of(
                                sort.column().equals("sort_name")
                                        ? row.sortName()
                                        : String.valueOf(
                                                sort.column().equals("created_at")
                                                        ? row.view().createdAt()
                                                        : row.view().updatedAt()),
                                row.view().id().toString()))
                .map(CustomerRows.Shown::view)
                .withTotal(page, () -> rows.count(filter));
    }

    Versioned get(UUID id) {
        return rows.one(id).map(Versioned::of).orElseThrow(Problems::notFound);
    }

    Contact contact(UUID id) {
        get(id);
        return find(id).contact();
    }

    Versioned change(UUID id, JsonNode patch, LongConsumer requireMatch) {
        get(id);
        var customer = find(id);
        var edited = patches.apply(customer.editable(), patch);
        requireMatch.accept(customer.revision());
        var linkedTo = customer.crmAccountId();
        var renamed = customer.change(edited, clock.instant());
        flush(edited.externalId());
        // An account that was not there before has not heard the name.
        if (renamed.isPresent() || !Objects.equals(linkedTo, customer.crmAccountId())) {
            sendName(customer);
        }
        renamed.ifPresentOrElse(
                rename -> tell("customer.renamed", customer, rename),
                () -> tell("customer.updated", customer, Map.of()));
        return get(id);
    }

    /** Shows the logo with that hash from now on; null shows none. Answers whose customer it is. */
    public UUID showLogo(UUID id, String hash) {
        var customer = find(id);
        customer.showLogo(hash, clock.instant());
        customers.flush();
        tell("customer.updated", customer, Map.of());
        return customer.partnerId();
    }

    /**
     * Another feature's part of the customer changed, which lists show too; its row is held from now on.
     *
     * @throws dev.kontor.platform.web.Problem 404 where the caller does not see that customer
     */
    public void touch(UUID id) {
        if (customers.touch(List.of(id), clock.instant()) == 0) {
            throw Problems.notFound();
        }
    }

    /** The same for many, of which those that the caller does not see stay as they are. */
    public void touch(Collection<UUID> ids) {
        customers.touch(ids, clock.instant());
    }

    void on(@Observes CustomerTouched touched) {
        customers.touch(List.of(touched.customerId()), touched.at());
    }

    void on(@Observes NameInCrm name) {
        customers.show(name);
    }

    /** 404 where the caller does not see that customer. */
    public void requireVisible(UUID id) {
        find(id);
    }

    /** What other services ask; for them every customer is visible. */
    CustomerState state(UUID id) {
        return find(id).state();
    }

    private Customer find(UUID id) {
        return customers.visible(id).orElseThrow(Problems::notFound);
    }

    void sendName(Customer customer) {
        if (customer.isLinked()) {
            crm.send(customer.partnerId(), customer.id());
        }
    }

    void flush(String externalId) {
        try {
            customers.flush();
        } catch (ConstraintViolationException e) {
            if ("customer_external_id".equals(e.getConstraintName())) {
                throw CustomersProblem.EXTERNAL_ID_TAKEN.problem(externalId);
            }
            throw e;
        }
    }

    void tell(String type, Customer customer, Object event) {
        var state = customer.state();
        outbox.append(Fact.of(Topics.CUSTOMERS, "customer/" + state.id(), type, state.partnerId(), event, state));
    }
}
