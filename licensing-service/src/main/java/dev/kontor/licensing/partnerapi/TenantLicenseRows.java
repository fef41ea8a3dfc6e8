package dev.kontor.licensing.partnerapi;

import dev.kontor.licensing.partnerapi.TenantLicenses.License;
import dev.kontor.licensing.partnerapi.TenantLicenses.Product;
import dev.kontor.licensing.terms.Term;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Licences read straight into the vendor's members; revoked ones and those that lapsed are history. */
@ApplicationScoped
@Transactional
class TenantLicenseRows {

    private final Database database;
    private final Clock clock;

    TenantLicenseRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<License> of(UUID customer) {
        var now = clock.instant();
        return database.sql(
                        """
                        select l.id, l.product, p.name, l.type, l.quantity, l.start_at, l.end_at
                        from licenses l join products p on p.code = l.product
                        where l.customer_id = :customer and not l.continued
                          and (l.ends_at > :now or not l.revoked and l.ends_at > :reactivation)
                        order by l.ends_at, l.id""")
                .with("customer", customer)
                .with("now", now)
                .with("reactivation", now.minus(Term.REACTIVATION))
                .list(TenantLicenseRows::license);
    }

    private static License license(Row row) {
        var id = row.id("id");
        var type = row.text("type").toLowerCase(Locale.ROOT);
        var quantity = row.text("quantity");
        return new License(
                id,
                id,
                new Product(row.text("product"), row.text("name")),
                day(row.instant("start_at")),
                day(row.instant("end_at")),
                false,
                type.equals("monthly") ? "usage" : type,
                quantity == null ? null : Integer.valueOf(quantity),
                type.equals("monthly") || quantity == null);
    }

    private static LocalDate day(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
