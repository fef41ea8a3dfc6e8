package dev.kontor.billing.statements;

import dev.kontor.billing.copies.Changes;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.storedusage.UsageLevels;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
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
    private final UsageLevels usage;
    private final Changes changes;
    private final Database database;
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    Estimates(MonthBills bills, UsageLevels usage, Changes changes, Database database) {
        this.bills = bills;
        this.usage = usage;
        this.changes = changes;
        this.database = database;
    }

    private record Key(UUID partnerId, YearMonth month) {}

    /** All that a bill is made from, as numbers that change with it; counting goes by days, so the day is one of them. */
    private record Stamp(String region, LocalDate day, long changes, Map<YearMonth, Long> records, Counts counts) {}

    private record Counts(long priceBooks, long products, long statements) {}

    private record Kept(Stamp stamp, MonthBill bill) {}

    /** Empty where no price book is in force. */
    Optional<MonthBill> of(Partner partner, YearMonth month, Instant now) {
        var key = new Key(partner.id(), month);
        // Before the bill is made: what changes in between makes it old at once, and not good for ever.
        var stamp = stamp(partner, month, now);
        var known = find(key, stamp);
        if (known.isPresent()) {
            return known;
        }
        var bill = bills.bill(partner, month, now);
        bill.ifPresent(made -> keep(key, new Kept(stamp, made)));
        return bill;
    }

    private synchronized Optional<MonthBill> find(Key key, Stamp stamp) {
        var known = kept.remove(key);
        if (known == null || !known.stamp().equals(stamp)) {
            return Optional.empty();
        }
        // Behind all others: the one not asked for the longest goes first.
        kept.put(key, known);
        return Optional.of(known.bill());
    }

    private synchronized void keep(Key key, Kept made) {
        kept.put(key, made);
        var lines = kept.values().stream().mapToInt(Estimates::weight).sum();
        for (var oldest = kept.values().iterator(); lines > MOST_LINES && oldest.hasNext(); ) {
            lines -= weight(oldest.next());
            oldest.remove();
        }
    }

    /** An empty bill takes room, too. */
    private static int weight(Kept its) {
        return its.bill().lines().size() + 1;
    }

    private Stamp stamp(Partner partner, YearMonth month, Instant now) {
        var records = usage.counts(partner.id(), month.minusMonths(MONTHS_LOOKED_AT), month.plusMonths(1));
        var counts = database.sql(
                        """
                        select (select count(*) from price_book) as price_books,
                               (select coalesce(sum(version), 0) + count(*) from product)::bigint as products,
                               (select count(*) from statement where partner_id = :partner)
                                   + (select count(*) from statement_void where partner_id = :partner) as statements""")
                .with("partner", partner.id())
                .one(Counts.class);
        return new Stamp(
                partner.region(), LocalDate.ofInstant(now, ZoneOffset.UTC), changes.of(partner.id()), records, counts);
    }
}
