package dev.kontor.customers.customers;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.CrmSync;
import dev.kontor.customers.assistance.AssistanceView;
import dev.kontor.customers.assistance.ConsentSource;
import dev.kontor.customers.assistance.ConsentState;
import dev.kontor.customers.customers.CustomerView.Category;
import dev.kontor.customers.customers.CustomerView.Group;
import dev.kontor.customers.customers.CustomerView.Licenses;
import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.database.Sql;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.text.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Customers as they are shown, read straight into views; which rows there are is row security's decision. */
@ApplicationScoped
class CustomerRows {

    private static final String COLUMNS =
            """
            select c.id, c.name, c.display_name, c.region, c.account_type, c.managed, c.external_id, c.crm_sync,
                   c.created_at, c.updated_at, c.revision, c.sort_name,
                   c.state, c.source, c.since, c.expires_at, c.requested_at is not null as requested,
                   c.license_status, c.license_categories,
                   c.term_ends_at, c.disconnect_at,
                   (select k.crm_account_id from customer k where k.partner_id = c.partner_id and k.id = c.id)
                       as crm_account_id,
                   (select k.crm_failure from customer k where k.partner_id = c.partner_id and k.id = c.id)
                       as crm_failure,
                   (select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name_key)
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

    private static final String IS_ON = "(c.state = 'on' and (c.expires_at is null or c.expires_at > :now))";
    private static final String HAS_CATEGORY =
            "c.license_categories @> jsonb_build_array(jsonb_build_object('category', cast(:category as text)))";
    private static final String HAS_ACTIVE_CATEGORY =
            """
            exists (select from jsonb_array_elements(c.license_categories) held
                    where held ->> 'category' = :category and held ->> 'status' in ('active', 'expiring', 'trial'))""";
    private static final String IN_GROUP =
            "exists (select from group_customer m where m.partner_id = c.partner_id and m.customer_id = c.id"
                    + " and m.group_id = :group)";
    private static final String PROTECTS = "coalesce(c.license_status in ('active', 'expiring', 'trial'), false)";

    private final Database database;
    private final Caller caller;
    private final Clock clock;

    CustomerRows(Database database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** A view with what its page and its tag need of the row. */
    record Shown(CustomerView view, long revision, String sortName) {}

    Optional<Shown> one(UUID id) {
        return database.sql(COLUMNS + ONE + "where c.id = :id").with("id", id).first(this::shown);
    }

    List<Shown> list(CustomerFilter filter, CustomerSort sort, PageRequest page) {
        var where = where(filter);
        page.after(last -> where.and(sort.after())
                .with("last", sort.value(last.get(0)))
                .with("lastId", UUID.fromString(last.get(1))));
        planForTheseValues();
        return where.statement(COLUMNS, " order by " + sort.orderBy() + " limit " + page.fetch())
                .list(this::shown);
    }

    long count(CustomerFilter filter) {
        planForTheseValues();
        return where(filter).statement("select count(*) ", "").one(Long.class);
    }

    /**
     * Planned for the partner and the text at hand: whether an index of the filter or the order of names leads to a page
     * sooner depends on how many rows there are, and a plan for any value would take none of them into account.
     */
    private void planForTheseValues() {
        database.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .one(String.class);
    }

    private Where where(CustomerFilter filter) {
        var where = new Where().and("c.partner_id = :partner").with("partner", caller.partnerId());
        if (filter.search() != null) {
            where.and("c.search_text like :search").with("search", SearchText.anywhere(filter.search()));
        }
        if (filter.accountType() != null) {
            where.and("c.account_type = :accountType").with("accountType", filter.accountType());
        }
        if (filter.licenseStatus() == LicenseStatus.NONE) {
            where.and("coalesce(c.license_status, 'none') = 'none'");
        } else if (filter.licenseStatus() != null) {
            where.and("c.license_status = :licenseStatus").with("licenseStatus", filter.licenseStatus());
        }
        if (filter.licenseCategory() != null) {
            where.and(filter.activeLicensesOnly() ? HAS_ACTIVE_CATEGORY : HAS_CATEGORY)
                    .with("category", filter.licenseCategory());
        }
        if (filter.groupId() != null) {
            where.and(IN_GROUP).with("group", filter.groupId());
        }
        if (filter.updatedSince() != null) {
            where.and("c.updated_at >= :since").with("since", filter.updatedSince());
        }
        if (filter.partnerAssistance() != null) {
            where.and(filter.partnerAssistance() == ConsentState.ON ? IS_ON : "not " + IS_ON)
                    .with("now", clock.instant());
        }
        if (filter.assistanceExpiresBefore() != null) {
            where.and(IS_ON + " and c.expires_at < :expires")
                    .with("now", clock.instant())
                    .with("expires", filter.assistanceExpiresBefore());
        }
        if (filter.externalId() != null) {
            where.and(
                            "c.id in (select k.id from customer k where k.external_id_key = :key and k.external_id is not null)")
                    .with("key", Folding.of(filter.externalId()));
        }
        if (filter.status() != null) {
            where.and(filter.status() == CustomerStatus.ACTIVE ? PROTECTS : "not " + PROTECTS);
        }
        return where;
    }

    /** Conditions and the values they name. */
    private final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Where and(String condition) {
            conditions.add(condition);
            return this;
        }

        Where with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        Sql statement(String select, String rest) {
            var statement = database.sql(select + LISTED + "where " + String.join(" and ", conditions) + rest);
            values.forEach(statement::with);
            return statement;
        }
    }

    private Shown shown(Row row) {
        var assistance = assistance(row);
        var licenses = licenses(row);
        var managed = row.flag("managed");
        var facts = new CustomerActions.Facts(
                caller::may, managed, assistance.state() == ConsentState.ON, assistance.requested());
        var actions = CustomerActions.of(facts);
        actions.put(
                "disconnect",
                CustomerActions.disconnect(caller::may, eligibility(row), row.instant("disconnect_at") != null));
        var view = new CustomerView(
                row.id("id"),
                row.text("name"),
                row.text("display_name"),
                row.text("region"),
                row.constant("account_type", AccountType.class),
                managed,
                licenses.protect() ? CustomerStatus.ACTIVE : CustomerStatus.INACTIVE,
                row.text("external_id"),
                assistance,
                licenses,
                groups(row),
                Optional.ofNullable(row.instant("disconnect_at"))
                        .map(CustomerView.Disconnect::new)
                        .orElse(null),
                row.text("crm_account_id"),
                row.constant("crm_sync", CrmSync.class),
                CustomerView.CrmFailure.of(row.text("crm_failure")),
                actions,
                row.instant("created_at"),
                row.instant("updated_at"));
        return new Shown(view, row.number("revision"), row.text("sort_name"));
    }

    private DisconnectEligibility eligibility(Row row) {
        return DisconnectEligibility.of(
                new DisconnectEligibility.Relation(
                        row.constant("account_type", AccountType.class),
                        row.flag("managed"),
                        row.instant("term_ends_at"),
                        caller.programs()),
                clock.instant());
    }

    private AssistanceView assistance(Row row) {
        var expires = row.instant("expires_at");
        var on = row.constant("state", ConsentState.class) == ConsentState.ON
                && (expires == null || expires.isAfter(clock.instant()));
        return new AssistanceView(
                on ? ConsentState.ON : ConsentState.OFF,
                row.constant("source", ConsentSource.class),
                row.instant("since"),
                expires,
                row.flag("requested"));
    }

    private static Licenses licenses(Row row) {
        var categories = row.json("license_categories", Category[].class);
        return categories == null
                ? Licenses.NONE
                : new Licenses(row.constant("license_status", LicenseStatus.class), List.of(categories));
    }

    private static List<Group> groups(Row row) {
        var groups = row.json("groups", Group[].class);
        return groups == null ? List.of() : List.of(groups);
    }
}
