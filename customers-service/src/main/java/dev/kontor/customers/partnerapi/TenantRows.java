package dev.kontor.customers.partnerapi;

import dev.kontor.customers.input.Contact;
import dev.kontor.customers.partnerapi.Tenant.ContactView;
import dev.kontor.customers.partnerapi.Tenant.ProductView;
import dev.kontor.customers.partnerapi.Tenant.Reference;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers read straight into tenants; which rows there are is row security's decision. */
@ApplicationScoped
class TenantRows {

    private static final String SELECT =
            """
            select c.partner_id, c.id, c.name, c.display_name, c.region, c.account_type, c.external_id, c.contact,
                   l.status as license_status, l.products
            from customer c
            left join license_summary l on l.partner_id = c.partner_id and l.customer_id = c.id
            """;

    private static final Set<String> PROTECTING = Set.of("active", "expiring", "trial");

    private final Database database;
    private final Regions regions;
    private final Caller caller;

    TenantRows(Database database, Regions regions, Caller caller) {
        this.database = database;
        this.regions = regions;
        this.caller = caller;
    }

    /** By id. The pages before are walked over in the index alone: rows are read for this one only. */
    List<Tenant> page(int page, int size) {
        planForTheseValues();
        planToSort("off");
        var ids = database.sql(
                        """
                        select id from listed_tenant where partner_id = :partner
                        order by id limit :size offset :before""")
                .with("partner", caller.partnerId())
                .with("size", size)
                .with("before", (page - 1L) * size)
                .list(UUID.class);
        planToSort("on");
        return database.sql(SELECT + "where c.partner_id = :partner and c.id = any(:ids) order by c.id")
                .with("partner", caller.partnerId())
                .with("ids", ids.toArray(UUID[]::new))
                .list(this::tenant);
    }

    long count() {
        planForTheseValues();
        return database.sql("select count(*) from listed_tenant where partner_id = :partner")
                .with("partner", caller.partnerId())
                .one(Long.class);
    }

    Optional<Tenant> one(UUID id) {
        return database.sql(SELECT + "where c.partner_id = :partner and c.id = :id")
                .with("partner", caller.partnerId())
                .with("id", id)
                .first(this::tenant);
    }

    /** The country of the customer whose account the caller is in. */
    Optional<String> country(UUID id) {
        return database.sql("select region from customer where id = :id")
                .with("id", id)
                .first(String.class);
    }

    /** How many rows a partner has differs a thousandfold, and a plan for any partner would not know. */
    private void planForTheseValues() {
        database.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .one(String.class);
    }

    /**
     * Of a late page the planner thinks that nearly all rows are needed, and would read and sort them; the order is in the
     * index.
     */
    private void planToSort(String onOff) {
        database.sql("select set_config('enable_sort', :sort, true)")
                .with("sort", onOff)
                .one(String.class);
    }

    private Tenant tenant(Row row) {
        var place = regions.of(row.text("region"));
        var externalId = row.text("external_id");
        var products = row.texts("products");
        return new Tenant(
                row.id("id"),
                row.text("name"),
                row.text("display_name"),
                place.dataGeography(),
                place.dataRegion(),
                billingType(row.text("account_type")),
                new Reference(row.id("partner_id")),
                null,
                regions.hostOf(place),
                PROTECTING.contains(String.valueOf(row.text("license_status"))) ? "active" : "inactive",
                ContactView.of(row.json("contact", Contact.class)),
                externalId == null ? List.of() : List.of(externalId),
                products == null
                        ? null
                        : products.stream().map(ProductView::new).toList());
    }

    private static String billingType(String accountType) {
        return switch (accountType) {
            case "trial", "term" -> accountType;
            default -> "usage";
        };
    }
}
