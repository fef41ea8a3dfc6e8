package dev.kontor.customers.administrators;

import dev.kontor.customers.Topics;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who sees which customers; told to every service, which applies it in its own row security. */
@ApplicationScoped
@Transactional
public class AdministratorService {

    private final AdministratorRows rows;
    private final Outbox outbox;

    AdministratorService(AdministratorRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    Page<AdministratorView> list(UUID partnerId, PageRequest page) {
        var subjects = rows.subjectsAfter(
                partnerId, page.after().map(last -> last.get(0)).orElse(""), page.fetch());
        return Page.of(subjects, page, List::of).map(subject -> get(partnerId, subject));
    }

    AdministratorView get(UUID partnerId, String subject) {
        var known = rows.find(partnerId, subject).orElseThrow(Problems::notFound);
        return new AdministratorView(subject, known.allCustomers(), rows.assigned(partnerId, subject), List.of());
    }

    AdministratorView put(UUID partnerId, String subject, Assignment wanted) {
        requireCustomers(wanted.customerIds());
        var state = rows.write(partnerId, subject, wanted.allCustomers());
        outbox.append(Fact.of(
                Topics.CUSTOMERS,
                "administrator/" + partnerId + "/" + subject,
                "administrator.changed",
                partnerId,
                Map.of(),
                state));
        var before = rows.assigned(partnerId, subject);
        before.stream()
                .filter(id -> !wanted.customerIds().contains(id))
                .forEach(id -> unassign(partnerId, subject, id));
        new LinkedHashSet<>(wanted.customerIds())
                .stream().filter(id -> !before.contains(id)).forEach(id -> assign(partnerId, subject, id));
        return get(partnerId, subject);
    }

    /** Whoever creates a customer is assigned to it (domain.md, "Principals"). */
    public void assignCreator(UUID partnerId, String subject, UUID customerId) {
        assign(partnerId, subject, customerId);
    }

    /** Tells of assignments that ended because the customer left the partner (rule 8). */
    public void tellUnassigned(UUID partnerId, UUID customerId, Collection<String> subjects) {
        subjects.forEach(subject -> tellUnassigned(partnerId, subject, customerId));
    }

    /** Tells of the assignment that came with a connection: whoever asked for the customer sees it. */
    public void tellAssigned(UUID partnerId, String subject, UUID customerId) {
        outbox.append(Fact.of(
                Topics.CUSTOMERS,
                key(partnerId, subject, customerId),
                "assignment.added",
                partnerId,
                Map.of(),
                Map.of("partnerId", partnerId, "subject", subject, "customerId", customerId)));
    }

    /** What another service asks about a subject; empty where it was never named. */
    public Optional<AdministratorState> state(UUID partnerId, String subject) {
        return rows.find(partnerId, subject);
    }

    public boolean isAssigned(UUID partnerId, String subject, UUID customerId) {
        return rows.isAssigned(partnerId, subject, customerId);
    }

    private void requireCustomers(List<UUID> ids) {
        var existing = rows.existing(ids);
        for (var i = 0; i < ids.size(); i++) {
            if (!existing.contains(ids.get(i))) {
                throw Problems.invalid(InputError.pointer("/customerIds/" + i, "unknown-customer", ids.get(i)));
            }
        }
    }

    private void assign(UUID partnerId, String subject, UUID customerId) {
        rows.assign(partnerId, subject, customerId);
        tellAssigned(partnerId, subject, customerId);
    }

    private void unassign(UUID partnerId, String subject, UUID customerId) {
        rows.unassign(partnerId, subject, customerId);
        tellUnassigned(partnerId, subject, customerId);
    }

    private void tellUnassigned(UUID partnerId, String subject, UUID customerId) {
        outbox.append(
                Fact.tombstone(Topics.CUSTOMERS, key(partnerId, subject, customerId), "assignment.removed", partnerId));
    }

    private static String key(UUID partnerId, String subject, UUID customerId) {
        return "assignment/" + partnerId + "/" + subject + "/" + customerId;
    }
}
