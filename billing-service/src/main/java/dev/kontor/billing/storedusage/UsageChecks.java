package dev.kontor.billing.storedusage;

import dev.kontor.billing.counting.Period;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;

/** Compares what is kept up to date with the events it was made from; in the caller's transaction, as worker. */
@ApplicationScoped
public class UsageChecks {

    private static final String EVENTS =
            """
            (select 'record' as source, reporter, event_id, partner_id, customer_id from usage_record
             where observed_at >= :start and observed_at < :end
             union all
             select 'device', reporter, event_id, partner_id, customer_id from device_observation
             where last_seen_at >= :start and last_seen_at < :end)""";

    private final Database database;

    UsageChecks(Database database) {
        this.database = database;
    }

    /** Customers' days that don't say what the records say. */
    public List<String> days(YearMonth month, int most) {
        return of(
                        month,
                        most,
                        """
                        select concat_ws(' ', customer_id, product, day)
                        from (select * from usage_day where day >= :month and day < :next) d full join (
                            select partner_id, customer_id, product, (observed_at at time zone 'UTC')::date as day,
                                   max(quantity) as highest, count(*) as records,
                                   (array_agg(quantity order by observed_at desc, arrival desc))[1] as last
                            from usage_record where observed_at >= :start and observed_at < :end
                            group by partner_id, customer_id, product, (observed_at at time zone 'UTC')::date) r
                            using (partner_id, customer_id, product, day)
                        where d.highest is distinct from r.highest or d.last is distinct from r.last
                           or d.records is distinct from r.records
                        limit :most""")
                .with("next", month.plusMonths(1))
                .list(String.class);
    }

    /** Events that are stored more than once, or without their key, or wait in the quarantine as well. */
    public List<String> places(YearMonth month, int most) {
        return of(
                        month,
                        most,
                        """
                        select concat_ws(' ', source, reporter, event_id)
                        from (select source, reporter, event_id from usage_key where month = :month) k full join (
                            select source, reporter, event_id, count(*) as times from %s e
                            group by source, reporter, event_id) e
                            using (source, reporter, event_id)
                        where k.source is null or e.times is distinct from 1
                        union all
                        select concat_ws(' ', source, reporter, event_id)
                        from usage_quarantine join usage_key using (source, reporter, event_id)
                        limit :most"""
                                .formatted(EVENTS))
                .list(String.class);
    }

    /** Customers whose number of events received is not that of their events. */
    public List<String> received(YearMonth month, int most) {
        return of(
                        month,
                        most,
                        """
                        select concat_ws(' ', partner_id, customer_id)
                        from (select partner_id, customer_id, records from usage_received where month = :month) r
                            full join (
                                select partner_id, customer_id, count(*) as events from %s e
                                group by partner_id, customer_id) e
                            using (partner_id, customer_id)
                        where r.records is distinct from e.events
                        limit :most"""
                                .formatted(EVENTS))
                .list(String.class);
    }

    private Sql of(YearMonth month, int most, String sql) {
        return database.sql(sql)
                .with("month", month)
                .with("start", Period.start(month))
                .with("end", Period.end(month))
                .with("most", most);
    }
}
