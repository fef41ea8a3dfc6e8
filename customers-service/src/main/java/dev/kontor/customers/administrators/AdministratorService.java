package dev.kontor.customers.administrators;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Topics;
import dev.kontor.customers.access.AccessService;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Who sees which customers; told to every service, which applies it in its own row security. */
@ApplicationScoped
@Transactional
public class AdministratorService {

    private static final int MOST_OF_A_GROUP = 200;

    private final AdministratorRows rows;
    private final GroupAdministrators groups;
    private final AccessService access;
    private final Outbox outbox;
    private final Caller caller;

    AdministratorService(
            AdministratorRows rows, GroupAdministrators groups, AccessService access, Outbox outbox, Caller caller) {
        this.rows = rows;
        this.groups = groups;
        this.access = access;
        this.outbox = outbox;
        this.caller = caller;
    }

    Page<AdministratorView> list(UUID partnerId, PageRequest page) {
        var subjects = rows.subjectsAfter(
                partnerId, page.after().map(last -> last.get(0)).orElse(""), page.fetch());
        return Page.of(subjects, page, List::of)
                .map(subject -> get(partnerId, subject))
                .withTotal(page, () -> rows.count(partnerId));
    }

    AdministratorView get(UUID partnerId, String subject) {
        var named = rows.find(partnerId, subject);
        if (named.isEmpty() && !access.isKnown(partnerId, subject)) {
            throw Problems.notFound();
        }
        return new AdministratorView(
                subject,
                named.map(AdministratorState::allCustomers).orElse(false),
                rows.assigned(partnerId, subject),
                groups.of(partnerId, subject),
                access.view(partnerId, subject));
    }

    AdministratorView put(UUID partnerId, String subject, Assignment wanted) {
        requireCustomers(wanted.customerIds());
        requireGroups(wanted.groupIds());
        tellNamed(rows.write(partnerId, subject, wanted.allCustomers()));
        replace(
                rows.assigned(partnerId, subject),
                wanted.customerIds(),
                id -> assign(partnerId, subject, id),
                id -> unassign(partnerId, subject, id));
        replace(
                groups.of(partnerId, subject),
                wanted.groupIds(),
                id -> join(partnerId, id, subject),
                id -> takeFromGroup(partnerId, id, subject));
        return get(partnerId, subject);
    }

    /** Makes {@code before} what is wanted, by adding and taking away only what differs. */
    private static void replace(List<UUID> before, List<UUID> wanted, Consumer<UUID> add, Consumer<UUID> remove) {
        before.stream().filter(id -> !wanted.contains(id)).forEach(remove);
        wanted.stream().distinct().filter(id -> !before.contains(id)).forEach(add);
    }

    /**
     * Lets an administrator see a group's customers, present and future; that also names it. A repeat changes nothing.
     *
     * @throws Problem 409 {@code too-many-administrators}
     */
    public void putInGroup(UUID partnerId, UUID groupId, String subject) {
        name(partnerId, subject);
        join(partnerId, groupId, subject);
    }

    /** False where it was none of the group's. */
    public boolean takeFromGroup(UUID partnerId, UUID groupId, String subject) {
        var removed = groups.remove(partnerId, groupId, subject);
        if (removed) {
            tellLeft(partnerId, groupId, subject);
        }
        return removed;
    }

    /** Nobody sees customers through that group any more. */
    public void endGroup(UUID partnerId, UUID groupId) {
        groups.removeAll(partnerId, groupId).forEach(subject -> tellLeft(partnerId, groupId, subject));
    }

    /** Who sees the group's customers through it, by subject; at most 200. */
    public List<String> ofGroup(UUID partnerId, UUID groupId) {
        return groups.subjectsOf(partnerId, groupId);
    }

    /** The groups through which the subject sees that customer. */
    public List<UUID> groupsThrough(UUID partnerId, String subject, UUID customerId) {
        return groups.through(partnerId, subject, customerId);
    }

    /**
     * Whoever creates a customer is assigned to it (domain.md, "Principals"), and named with that. A super-admin is not:
     * named are those who see what they are assigned.
     */
    public void assignCreator(UUID partnerId, String subject, UUID customerId) {
        if (!caller.seesAllByPassport()) {
            name(partnerId, subject);
        }
        assign(partnerId, subject, customerId);
    }

    /** Tells of assignments that ended because the customer left the partner (rule 8). */
    public void tellUnassigned(UUID partnerId, UUID customerId, Collection<String> subjects) {
        subjects.forEach(subject -> tellUnassigned(partnerId, subject, customerId));
    }

    /** Whoever asked for a customer that is connected now sees it: names it, and tells of the assignment made with that. */
    public void nameAssigned(UUID partnerId, String subject, UUID customerId) {
        name(partnerId, subject);
        tellAssigned(partnerId, subject, customerId);
    }

    private void tellAssigned(UUID partnerId, String subject, UUID customerId) {
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

    private void requireGroups(List<UUID> ids) {
        var existing = groups.existing(ids);
        for (var i = 0; i < ids.size(); i++) {
            if (!existing.contains(ids.get(i))) {
                throw Problems.invalid(InputError.pointer("/groupIds/" + i, "unknown-group", ids.get(i)));
            }
        }
    }

    /** A repeat changes nothing, also one at the same time as somebody decides that the subject sees all. */
    private void name(UUID partnerId, String subject) {
        rows.add(partnerId, subject).ifPresent(this::tellNamed);
    }

    private void tellNamed(AdministratorState named) {
        outbox.append(Fact.of(
                Topics.CUSTOMERS,
                "administrator/" + named.partnerId() + "/" + named.subject(),
                "administrator.changed",
                named.partnerId(),
                Map.of(),
                named));
    }

    private void join(UUID partnerId, UUID groupId, String subject) {
        if (!groups.add(partnerId, groupId, subject)) {
            return;
        }
        if (groups.subjectsOf(partnerId, groupId).size() > MOST_OF_A_GROUP) {
            throw CustomersProblem.TOO_MANY_ADMINISTRATORS.problem(MOST_OF_A_GROUP);
        }
        outbox.append(Fact.of(
                Topics.CUSTOMERS,
                groupKey(partnerId, groupId, subject),
                "group-administrator.added",
                partnerId,
                Map.of(),
                Map.of("partnerId", partnerId, "groupId", groupId, "subject", subject)));
    }

    private void tellLeft(UUID partnerId, UUID groupId, String subject) {
        outbox.append(Fact.tombstone(
                Topics.CUSTOMERS, groupKey(partnerId, groupId, subject), "group-administrator.removed", partnerId));
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

    private static String groupKey(UUID partnerId, UUID groupId, String subject) {
        return "group-administrator/" + partnerId + "/" + groupId + "/" + subject;
    }
}
