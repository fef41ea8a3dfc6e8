package dev.kontor.billing.storedusage;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Single records as they were reported, and the series they make. */
@ApplicationScoped
public class UsageRecords {

    private final Database database;

    UsageRecords(Database database) {
        this.database = database;
    }

    /** One of them. */
    public record UsageRecord(String eventId, Instant observedAt, BigDecimal quantity, String product) {}

    /**
     * The highest of those between two instants, or else the last one before, whose level is carried on; up to a place in the
     * order of arrivals, as if nothing had come since.
     */
    public Optional<UsageRecord> counted(long arrivals, UUID partnerId, Series series, Instant from, Instant until) {
        return latest(arrivals, partnerId, series, from, until, "quantity desc, observed_at desc")
                .or(() -> latest(arrivals, partnerId, series, Instant.EPOCH, until, "observed_at desc"));
    }

    private Optional<UsageRecord> latest(
            long arrivals, UUID partnerId, Series series, Instant from, Instant until, String order) {
        return database.sql(
                        """
                        select event_id, observed_at, quantity, product from usage_record
                        where partner_id = :partner and customer_id = :customer and product = :product
                          and observed_at >= :from and observed_at < :until and arrival <= :arrivals
                        order by %s, arrival desc limit 1"""
                                .formatted(order))
                .with("partner", partnerId)
                .with("customer", series.customerId())
                .with("product", series.product())
                .with("from", from)
                .with("until", until)
                .with("arrivals", arrivals)
                .first(UsageRecord.class);
    }

    /** How many of the reporter's were observed on a day (UTC). */
    public long count(String reporter, LocalDate day) {
        return database.sql(
                        """
                        select count(*) from usage_record
                        where reporter = :reporter and observed_at >= :from and observed_at < :until""")
                .with("reporter", reporter)
                .with("from", day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .with("until", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .one(Long.class);
    }

    /**
     * Some of a partner's series, in order.
     *
     * @param customerId null for all
     * @param product null for all
     * @param inclusive whether {@code first} is one of them
     */
    public List<Series> series(
            UUID partnerId, UUID customerId, String product, Series first, boolean inclusive, int most) {
        return database.sql(
                        """
                        select customer_id, product from usage_series
                        where partner_id = :partner
                          and (customer_id, product) %s (:firstCustomer, :firstProduct)
                          and (:customer::uuid is null or customer_id = :customer)
                          and (:product::text is null or product = :product)
                        order by customer_id, product limit :most"""
                                .formatted(inclusive ? ">=" : ">"))
                .with("partner", partnerId)
                .with("firstCustomer", first.customerId())
                .with("firstProduct", first.product())
                .with("customer", customerId)
                .with("product", product)
                .with("most", most)
                .list(Series.class);
    }
}
