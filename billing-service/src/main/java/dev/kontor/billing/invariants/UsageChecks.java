package dev.kontor.billing.invariants;

import dev.kontor.billing.counting.Period;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Compares what is kept up to date with the events it was made from. */
@ApplicationScoped
class UsageChecks {

    private static final String EVENTS =
            """
            (select 'record' as source, reporter, event_id, partner_id, customer_id from usage_record
             where observed_at >= ? and observed_at < ?
             union all
             select 'device', reporter, event_id, partner_id, customer_id from device_observation
             where last_seen_at >= ? and last_seen_at < ?)""";

    private final Database database;

    UsageChecks(Database database) {
        this.database = database;
    }

    List<String> days(YearMonth month, int most) {
        return database.list(
                """
                select concat_ws(' ', customer_id, product, day) as broken
                from (select * from usage_day where day >= ? and day < ?) d full join (
                    select partner_id, customer_id, product, (observed_at at time zone 'UTC')::date as day,
                           max(quantity) as highest, count(*) as records,
                           (array_agg(quantity order by observed_at desc, arrival desc))[1] as last
                    from usage_record where observed_at >= ? and observed_at < ?
                    group by partner_id, customer_id, product, (observed_at at time zone 'UTC')::date) r
                    using (partner_id, customer_id, product, day)
                where d.highest is distinct from r.highest or d.last is distinct from r.last
                   or d.records is distinct from r.records
                limit ?""",
                row -> row.text("broken"),
                month,
                month.plusMonths(1),
                Period.start(month),
                Period.end(month),
                most);
    }

    List<String> places(YearMonth month, int most) {
        return againstEvents(
                """
                select concat_ws(' ', source, reporter, event_id) as broken
                from (select source, reporter, event_id from usage_key where month = ?) k full join (
                    select source, reporter, event_id, count(*) as times from %s e group by source, reporter, event_id) e
                    using (source, reporter, event_id)
                where k.source is null or e.times is distinct from 1
                union all
                select concat_ws(' ', source, reporter, event_id)
                from usage_quarantine join usage_key using (source, reporter, event_id)
                limit ?""",
                month, most);
    }

    List<String> received(YearMonth month, int most) {
        return againstEvents(
                """
                select concat_ws(' ', partner_id, customer_id) as broken
                from (select partner_id, customer_id, records from usage_received where month = ?) r full join (
                    select partner_id, customer_id, count(*) as events from %s e group by partner_id, customer_id) e
                    using (partner_id, customer_id)
                where r.records is distinct from e.events
                limit ?""",
                month, most);
    }

    private List<String> againstEvents(String sql, YearMonth month, int most) {
        Instant from = Period.start(month);
        Instant until = Period.end(month);
        return database.list(sql.formatted(EVENTS), row -> row.text("broken"), month, from, until, from, until, most);
    }
}
