package dev.kontor.customers.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.customers.assistance.AssistanceView;
import dev.kontor.customers.customers.CustomerView.Category;
import dev.kontor.customers.customers.CustomerView.Group;
import dev.kontor.customers.customers.CustomerView.Licenses;
import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Customers as they are shown, read straight into views; which rows there are is row security's decision. */
@ApplicationScoped
class CustomerRows {

    private static final String COLUMNS =
            """
            select c.id, c.name, c.display_name, c.region, c.account_type, c.managed, c.external_id, c.crm_sync,
                   c.created_at, c.updated_at, c.revision, c.sort_name,
                   c.state, c.source, c.since, c.expires_at, c.requested_at is not null as requested,
                   c.license_status, cast(c.license_categories as text) as license_categories,
                   c.term_ends_at, c.disconnect_at,
                   (select cast(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name_key) as text)
                    from group_customer m
                    join customer_group g on g.partner_id = m.partner_id and g.id = m.group_id
                    where m.partner_id = c.partner_id and m.customer_id = c.id) as groups
            """;

    private static final String ONE =
            """
            from (select c.*, a.state, a.source, a.since, a.expires_at, a.requested_at,
                         l.status as license_status, l.categories as license_categories, l.term_ends_at,
                         d.effective_at as disconnect_at
                  from customer c
                  join partner_assistance a on a.partner_id = c.partner_id and a.customer_id = c.id
                  left join license_summary l on l.partner_id = c.partner_id and l.customer_id = c.id
                  left join disconnect_schedule d on d.partner_id = c.partner_id and d.customer_id = c.id) c
            """;

    /** The view applies row security by itself, so that a search can use its index. */
    private static final String LISTED = "from listed_customer c ";

    private static final String IS_ON = "(c.state = 'on' and (c.expires_at is null or c.expires_at > ?))";
    private static final String HAS_CATEGORY =
            "c.license_categories @> jsonb_build_array(jsonb_build_object('category', cast(? as text)))";
    private static final String HAS_ACTIVE_CATEGORY =
            """
            exists (select from jsonb_array_elements(c.license_categories) held
                    where held ->> 'category' = ? and held ->> 'status' in ('active', 'expiring', 'trial'))""";
    private static final String IN_GROUP =
            "exists (select from group_customer m where m.partner_id = c.partner_id and m.customer_id = c.id"
                    + " and m.group_id = ?)";
    private static final String PROTECTS = "coalesce(c.license_status in ('active', 'expiring', 'trial'), false)";

    private final Session entities;
    private final Database database;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final Clock clock;

    CustomerRows(Session entities, Database database, ObjectMapper mapper, Caller caller, Clock clock) {
        this.entities = entities;
        this.database = database;
        this.mapper = mapper;
        this.caller = caller;
        this.clock = clock;
    }

    /** A view with what its page and its tag need of the row. */
    record Shown(CustomerView view, long revision, String sortName) {}

    Optional<Shown> one(UUID id) {
        entities.flush();
        return database.first(COLUMNS + ONE + "where c.id = ?", this::shown, id);
    }

    List<Shown> list(CustomerFilter filter, CustomerSort sort, PageRequest page) {
        var where = new Where(filter);
        page.after().ifPresent(last -> where.after(sort, last));
        planForTheseValues();
        return database.list(
                COLUMNS + LISTED + where.sql() + " order by " + sort.orderBy() + " limit " + page.fetch(),
                this::shown,
                where.values());
    }

    long count(CustomerFilter filter) {
        var where = new Where(filter);
        planForTheseValues();
        return database.first("select count(*) " + LISTED + where.sql(), row -> row.number("count"), where.values())
                .orElseThrow();
    }

    /**
     * Planned for the partner and the text at hand: whether an index of the filter or the order of names leads to a page
     * sooner depends on how many rows there are, and a plan for any value would take none of them into account.
     */
    private void planForTheseValues() {
        database.first("select set_config('plan_cache_mode', 'force_custom_plan', true)", row -> row);
    }

    /** Collects conditions and their values side by side. */
    private final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Where(CustomerFilter filter) {
            and("c.partner_id = ?", caller.partnerId());
            if (filter.search() != null) {
                and("c.search_text like ?", SearchText.anywhere(filter.search()));
            }
            if (filter.accountType() != null) {
                and("c.account_type = ?", filter.accountType());
            }
            if ("none".equals(filter.licenseStatus())) {
                and("coalesce(c.license_status, 'none') = ?", "none");
            } else if (filter.licenseStatus() != null) {
                and("c.license_status = ?", filter.licenseStatus());
            }
            if (filter.licenseCategory() != null) {
                and(filter.activeLicensesOnly() ? HAS_ACTIVE_CATEGORY : HAS_CATEGORY, filter.licenseCategory());
            }
            if (filter.groupId() != null) {
                and(IN_GROUP, filter.groupId());
            }
            if (filter.updatedSince() != null) {
                and("c.updated_at >= ?", filter.updatedSince());
            }
            if (filter.partnerAssistance() != null) {
                and(filter.partnerAssistance().equals("on") ? IS_ON : "not " + IS_ON, clock.instant());
            }
            if (filter.status() != null) {
                and(filter.status().equals("active") ? PROTECTS : "not " + PROTECTS);
            }
        }

        void after(CustomerSort sort, List<String> last) {
            if (last.size() != 2) {
                throw Problems.invalidCursor();
            }
            try {
                and(sort.after(), sort.value(last.get(0)), UUID.fromString(last.get(1)));
            } catch (IllegalArgumentException e) {
                throw Problems.invalidCursor();
            }
        }

        String sql() {
            return "where " + String.join(" and ", conditions);
        }

        Object[] values() {
            return values.toArray();
        }

        private void and(String condition, Object... itsValues) {
            conditions.add(condition);
            values.addAll(Arrays.asList(itsValues));
        }
    }

    private Shown shown(Row row) {
        var assistance = assistance(row);
        var licenses = licenses(row);
        var managed = row.flag("managed");
        var facts = new CustomerActions.Facts(
                caller::may, managed, assistance.state().equals("on"));
        var actions = CustomerActions.of(facts);
        actions.put("disconnect", CustomerActions.disconnect(caller::may, eligibility(row)));
        var view = new CustomerView(
                row.id("id"),
                row.text("name"),
                row.text("display_name"),
                row.text("region"),
                row.text("account_type"),
                managed,
                licenses.protect() ? "active" : "inactive",
                row.text("external_id"),
                assistance,
                licenses,
                groups(row),
                Optional.ofNullable(row.instant("disconnect_at"))
                        .map(CustomerView.Disconnect::new)
                        .orElse(null),
                row.text("crm_sync"),
                actions,
                row.instant("created_at"),
                row.instant("updated_at"));
        return new Shown(view, row.number("revision"), row.text("sort_name"));
    }

    private DisconnectEligibility eligibility(Row row) {
        return DisconnectEligibility.of(
                new DisconnectEligibility.Relation(
                        row.text("account_type"), row.flag("managed"), row.instant("term_ends_at"), caller.programs()),
                clock.instant());
    }

    private AssistanceView assistance(Row row) {
        var expires = row.instant("expires_at");
        var on = row.text("state").equals("on") && (expires == null || expires.isAfter(clock.instant()));
        return new AssistanceView(
                on ? "on" : "off", row.text("source"), row.instant("since"), expires, row.flag("requested"));
    }

    private Licenses licenses(Row row) {
        var categories = row.text("license_categories");
        return categories == null
                ? Licenses.NONE
                : new Licenses(row.text("license_status"), List.of(read(categories, Category[].class)));
    }

    private List<Group> groups(Row row) {
        var groups = row.text("groups");
        return groups == null ? List.of() : List.of(read(groups, Group[].class));
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
