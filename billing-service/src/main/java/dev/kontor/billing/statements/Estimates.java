package dev.kontor.billing.statements;

import dev.kontor.billing.copies.Changes;
import dev.kontor.billing.copies.Partner;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Bills of months that are not closed yet. One is kept as long as nothing it was made from has changed: a large partner's
 * takes seconds to make, and is read page by page.
 */
@ApplicationScoped
class Estimates {

    private static final int MONTHS_LOOKED_AT = 3;

    /** Lines kept in all; a line takes about 400 bytes. */
    private static final int MOST_LINES = 250_000;

    private final MonthBills bills;
    private final Changes changes;
    private final Database database;
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    Estimates(MonthBills bills, Changes changes, Database database) {
        this.bills = bills;
        this.changes = changes;
        this.database = database;
    }

    private record Key(UUID partnerId, YearMonth month) {}

    /** All that a bill is made from, as numbers that change with it; counting goes by days, so the day is one of them. */
    private record Stamp(
            String region, LocalDate day, long changes, long records, long prices, long products, long statements) {}

    private record Kept(Stamp stamp, MonthBill bill) {}

    /** Empty where no price book is in force. */
    Optional<MonthBill> of(Partner partner, YearMonth month, Instant now) {
        Key key = new Key(partner.id(), month);
        // Before the bill is made: what changes in between makes it old at once, and not good for ever.
        Stamp stamp = stamp(partner, month, now);
        Optional<MonthBill> known = find(key, stamp);
        if (known.isPresent()) {
            return known;
        }
        Optional<MonthBill> bill = bills.bill(partner, month, now);
        bill.ifPresent(made -> keep(key, new Kept(stamp, made)));
        return bill;
    }

    private synchronized Optional<MonthBill> find(Key key, Stamp stamp) {
        Kept known = kept.remove(key);
        if (known == null || !known.stamp().equals(stamp)) {
            return Optional.empty();
        }
        // Behind all others: the one not asked for the longest goes first.
        kept.put(key, known);
        return Optional.of(known.bill());
    }

    private synchronized void keep(Key key, Kept made) {
        kept.put(key, made);
        int lines = kept.values().stream().mapToInt(Estimates::weight).sum();
        for (Iterator<Kept> oldest = kept.values().iterator(); lines > MOST_LINES && oldest.hasNext(); ) {
            lines -= weight(oldest.next());
            oldest.remove();
        }
    }

    /** An empty bill takes room, too. */
    private static int weight(Kept its) {
        return its.bill().lines().size() + 1;
    }

    private Stamp stamp(Partner partner, YearMonth month, Instant now) {
        long changed = changes.of(partner.id());
        return database.first(
                        """
                        select (select coalesce(sum(records), 0) from usage_received
                                where partner_id = ? and month >= ? and month <= ?)::bigint as records,
                               (select count(*) from price_book) as prices,
                               (select coalesce(sum(version), 0) + count(*) from product)::bigint as products,
                               (select count(*) from statement where partner_id = ?)
                                   + (select count(*) from statement_void where partner_id = ?) as statements""",
                        row -> new Stamp(
                                partner.region(),
                                LocalDate.ofInstant(now, ZoneOffset.UTC),
                                changed,
                                row.number("records"),
                                row.number("prices"),
                                row.number("products"),
                                row.number("statements")),
                        partner.id(),
                        month.minusMonths(MONTHS_LOOKED_AT),
                        month,
                        partner.id(),
                        partner.id())
                .orElseThrow();
    }
}
