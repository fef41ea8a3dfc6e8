package dev.kontor.customers.groups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.customers.CustomerLeaving;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.administrators.AdministratorService;
import dev.kontor.customers.customers.CustomerService;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.text.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.hibernate.exception.ConstraintViolationException;

/** A partner's groups: what they are called, and which customers are in them. */
@ApplicationScoped
@Transactional
public class GroupService {

    private static final int MOST_GROUPS_OF_A_CUSTOMER = 100;
    private static final int MOST_GROUPS_OF_A_PARTNER = 5_000;

    private final CustomerGroups groups;
    private final GroupCustomers members;
    private final CustomerService customers;
    private final AdministratorService administrators;
    private final GroupFacts facts;
    private final MergePatch patches;
    private final Caller caller;
    private final Clock clock;

    GroupService(
            CustomerGroups groups,
            GroupCustomers members,
            CustomerService customers,
            AdministratorService administrators,
            GroupFacts facts,
            MergePatch patches,
            Caller caller,
            Clock clock) {
        this.groups = groups;
        this.members = members;
        this.customers = customers;
        this.administrators = administrators;
        this.facts = facts;
        this.patches = patches;
        this.caller = caller;
        this.clock = clock;
    }

    /** A group with the version that If-Match compares. */
    record Versioned(GroupView group, long version) {}

    @Idempotent
    Versioned create(UUID partnerId, EditableGroup data) {
        if (groups.hasName(partnerId, Folding.of(data.name()))) {
            throw CustomersProblem.GROUP_NAME_TAKEN.problem(data.name());
        }
        if (groups.count("partnerId", partnerId) >= MOST_GROUPS_OF_A_PARTNER) {
            throw CustomersProblem.GROUP_QUOTA_REACHED.problem(MOST_GROUPS_OF_A_PARTNER);
        }
        var group = CustomerGroup.of(partnerId, data, clock.instant());
        groups.persist(group);
        flush(group);
        facts.created(group.state());
        return versioned(group);
    }

    Page<GroupView> list(PageRequest page) {
        var found = Page.of(groups.list(page), page, group -> List.of(group.nameKey()));
        var counts =
                members.counts(found.items().stream().map(CustomerGroup::id).toList());
        return found.map(group -> view(group, counts.getOrDefault(group.id(), 0L)))
                .withTotal(page, groups::count);
    }

    Versioned get(UUID id) {
        return versioned(find(id));
    }

    Versioned change(UUID id, JsonNode patch, LongConsumer requireMatch) {
        var group = find(id);
        var edited = patches.apply(group.editable(), patch);
        requireMatch.accept(group.version());
        var before = group.name();
        group.change(edited, clock.instant());
        flush(group);
        if (!before.equals(group.name())) {
            facts.renamed(group.state(), before);
            customers.touch(members.of(id));
        }
        return versioned(group);
    }

    /** The group ends; its customers stay, and are seen by whoever is assigned to them otherwise. */
    void delete(UUID id, LongConsumer requireMatch) {
        var group = groups.heldAlone(id).orElseThrow(Problems::notFound);
        requireMatch.accept(group.version());
        customers.touch(members.of(id));
        members.removeAll(group.partnerId(), id)
                .forEach(customerId -> facts.customerRemoved(group.partnerId(), id, customerId));
        administrators.endGroup(group.partnerId(), id);
        groups.delete(group);
        groups.flush();
        facts.deleted(group.state());
    }

    /** Whether there is such a group of the caller's. */
    public boolean exists(UUID id) {
        return groups.visible(id).isPresent();
    }

    /**
     * Puts a customer into a group; a repeat changes nothing.
     *
     * @throws dev.kontor.platform.web.Problem 404, 409 {@code too-many-groups}
     */
    public void addCustomer(UUID groupId, UUID customerId) {
        var group = groups.held(groupId).orElseThrow(Problems::notFound);
        customers.touch(customerId);
        if (members.add(group.partnerId(), groupId, customerId)) {
            // The customer's row is held since it was touched, so nobody else adds to its groups meanwhile.
            if (members.groupsOf(group.partnerId(), customerId) > MOST_GROUPS_OF_A_CUSTOMER) {
                throw CustomersProblem.TOO_MANY_GROUPS.problem(MOST_GROUPS_OF_A_CUSTOMER);
            }
            facts.customerAdded(group.partnerId(), groupId, customerId);
        }
    }

    void removeCustomer(UUID groupId, UUID customerId) {
        var group = find(groupId);
        customers.touch(customerId);
        if (!members.remove(group.partnerId(), groupId, customerId)) {
            throw Problems.notFound();
        }
        facts.customerRemoved(group.partnerId(), groupId, customerId);
    }

    void addAdministrator(UUID groupId, String subject) {
        var group = groups.held(groupId).orElseThrow(Problems::notFound);
        administrators.putInGroup(group.partnerId(), groupId, subject);
    }

    void removeAdministrator(UUID groupId, String subject) {
        if (!administrators.takeFromGroup(find(groupId).partnerId(), groupId, subject)) {
            throw Problems.notFound();
        }
    }

    /** Leaving ends the customer's groups (rule 8). */
    void endMemberships(@Observes CustomerLeaving leaving) {
        members.removeFromAll(leaving.partnerId(), leaving.customerId())
                .forEach(groupId -> facts.customerRemoved(leaving.partnerId(), groupId, leaving.customerId()));
    }

    private CustomerGroup find(UUID id) {
        return groups.visible(id).orElseThrow(Problems::notFound);
    }

    private Versioned versioned(CustomerGroup group) {
        var count = members.counts(List.of(group.id())).getOrDefault(group.id(), 0L);
        return new Versioned(view(group, count), group.version());
    }

    private GroupView view(CustomerGroup group, long customerCount) {
        var shown = caller.may("groups:manage") ? administrators.ofGroup(group.partnerId(), group.id()) : null;
        return GroupView.of(group, customerCount, shown);
    }

    private void flush(CustomerGroup group) {
        try {
            groups.flush();
        } catch (ConstraintViolationException e) {
            if ("customer_group_name".equals(e.getConstraintName())) {
                throw CustomersProblem.GROUP_NAME_TAKEN.problem(group.name());
            }
            throw e;
        }
    }
}
