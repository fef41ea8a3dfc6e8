package dev.kontor.customers.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.customers.assistance.AssistanceView;
import dev.kontor.customers.customers.CustomerView.Group;
import dev.kontor.customers.customers.CustomerView.Licenses;
import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

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
                  left join disconnect_schedule d
                      on d.partner_id = c.partner_id and d.customer_id = c.id and c.account_type = 'monthly') c
            """;

    /** The view applies row security by itself, so that a search can use its index. */
    private static final String LISTED = "from listed_customer c ";

    private static final String IS_ON = "(c.state = 'on' and (c.expires_at is null or c.expires_at > :now))";
    private static final String HAS_CATEGORY =
            "c.license_categories @> jsonb_build_array(jsonb_build_object('category', cast(:category as text)))";
    private static final String HAS_ACTIVE_CATEGORY =
            """
            exists (select from jsonb_array_elements(c.license_categories) held
                    where held ->> 'category' = :category and held ->> 'status' in ('active', 'expiring', 'trial'))""";
    private static final String PROTECTS = "coalesce(c.license_status in ('active', 'expiring', 'trial'), false)";

    private final Session database;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final Clock clock;

    CustomerRows(Session database, ObjectMapper mapper, Caller caller, Clock clock) {
        this.database = database;
        this.mapper = mapper;
        this.caller = caller;
        this.clock = clock;
    }

    /** A view with what its page and its tag need of the row. */
    record Row(CustomerView view, long revision, String sortName) {}

    Optional<Row> one(UUID id) {
        var query = database.createNativeQuery(COLUMNS + ONE + "where c.id = :id", Tuple.class);
        query.setParameter("id", id);
        return rows(query).stream().findFirst();
    }

    List<Row> list(CustomerFilter filter, CustomerSort sort, PageRequest page) {
        var where = new Where(filter);
        page.after().ifPresent(last -> where.after(sort, last));
        planForTheseValues();
        var query = database.createNativeQuery(
                COLUMNS + LISTED + where.sql() + " order by " + sort.orderBy() + " limit " + page.fetch(), Tuple.class);
        where.bind(query);
        return rows(query);
    }

    long count(CustomerFilter filter) {
        var where = new Where(filter);
        planForTheseValues();
        var query = database.createNativeQuery("select count(*) " + LISTED + where.sql(), Long.class);
        where.bind(query);
        return query.getSingleResult();
    }

    /**
     * Planned for the partner and the text at hand: whether an index of the filter or the order of names leads to a page
     * sooner depends on how many rows there are, and a plan for any value would take none of them into account.
     */
    private void planForTheseValues() {
        database.createNativeQuery("select set_config('plan_cache_mode', 'force_custom_plan', true)", String.class)
                .getSingleResult();
    }

    /** Collects conditions and their values side by side. */
    private final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Where(CustomerFilter filter) {
            when(true, "c.partner_id = :partner", "partner", caller.partnerId());
            when(filter.search() != null, "c.search_text like :search", "search", pattern(filter));
            when(filter.accountType() != null, "c.account_type = :accountType", "accountType", filter.accountType());
            when(
                    filter.licenseStatus() != null,
                    "none".equals(filter.licenseStatus())
                            ? "coalesce(c.license_status, 'none') = :licenseStatus"
                            : "c.license_status = :licenseStatus",
                    "licenseStatus",
                    filter.licenseStatus());
            when(
                    filter.licenseCategory() != null,
                    filter.activeLicensesOnly() ? HAS_ACTIVE_CATEGORY : HAS_CATEGORY,
                    "category",
                    filter.licenseCategory());
            when(
                    filter.groupId() != null,
                    "exists (select from group_customer m where m.partner_id = c.partner_id and m.customer_id = c.id"
                            + " and m.group_id = :groupId)",
                    "groupId",
                    filter.groupId());
            when(filter.updatedSince() != null, "c.updated_at >= :since", "since", filter.updatedSince());
            if (filter.partnerAssistance() != null) {
                var on = filter.partnerAssistance().equals("on");
                when(true, on ? IS_ON : "not " + IS_ON, "now", clock.instant());
            }
            if (filter.status() != null) {
                conditions.add(filter.status().equals("active") ? PROTECTS : "not " + PROTECTS);
            }
        }

        void after(CustomerSort sort, List<String> last) {
            if (last.size() != 2) {
                throw Problems.invalidCursor();
            }
            try {
                values.put("after", sort.value(last.get(0)));
                values.put("afterId", UUID.fromString(last.get(1)));
            } catch (IllegalArgumentException e) {
                throw Problems.invalidCursor();
            }
            conditions.add(sort.after());
        }

        String sql() {
            return "where " + String.join(" and ", conditions);
        }

        void bind(NativeQuery<?> query) {
            values.forEach(query::setParameter);
        }

        private void when(boolean wanted, String condition, String name, Object value) {
            if (wanted) {
                conditions.add(condition);
                values.put(name, value);
            }
        }

        private static String pattern(CustomerFilter filter) {
            return filter.search() == null ? null : SearchText.anywhere(filter.search());
        }
    }

    private List<Row> rows(NativeQuery<Tuple> query) {
        return query.getResultList().stream().map(this::row).toList();
    }

    private Row row(Tuple row) {
        var assistance = assistance(row);
        var licenses = licenses(row);
        var managed = row.get("managed", Boolean.class);
        var facts = new CustomerActions.Facts(
                caller::may, managed, assistance.state().equals("on"));
        var actions = CustomerActions.of(facts);
        actions.put("disconnect", CustomerActions.disconnect(caller::may, eligibility(row)));
        var view = new CustomerView(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("display_name", String.class),
                row.get("region", String.class),
                row.get("account_type", String.class),
                managed,
                licenses.protect() ? "active" : "inactive",
                row.get("external_id", String.class),
                assistance,
                licenses,
                groups(row),
                Optional.ofNullable(row.get("disconnect_at", Instant.class))
                        .map(CustomerView.Disconnect::new)
                        .orElse(null),
                row.get("crm_sync", String.class),
                actions,
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
        return new Row(view, row.get("revision", Long.class), row.get("sort_name", String.class));
    }

    private DisconnectEligibility eligibility(Tuple row) {
        return DisconnectEligibility.of(
                new DisconnectEligibility.Relation(
                        row.get("account_type", String.class),
                        row.get("managed", Boolean.class),
                        row.get("term_ends_at", Instant.class),
                        caller.programs()),
                clock.instant());
    }

    private AssistanceView assistance(Tuple row) {
        var expires = row.get("expires_at", Instant.class);
        var on = row.get("state", String.class).equals("on") && (expires == null || expires.isAfter(clock.instant()));
        return new AssistanceView(
                on ? "on" : "off",
                row.get("source", String.class),
                row.get("since", Instant.class),
                expires,
                row.get("requested", Boolean.class));
    }

    private Licenses licenses(Tuple row) {
        var categories = row.get("license_categories", String.class);
        if (categories == null) {
            return Licenses.NONE;
        }
        return new Licenses(row.get("license_status", String.class), read(categories, new TypeReference<>() {}));
    }

    private List<Group> groups(Tuple row) {
        var groups = row.get("groups", String.class);
        return groups == null ? List.of() : read(groups, new TypeReference<>() {});
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
