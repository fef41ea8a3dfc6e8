package dev.kontor.billing.periods;

import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The partners of a closing job, claimed one by one under a lease in real time. */
@ApplicationScoped
class ClosingItems {

    /** Before every partner. */
    static final UUID FIRST = new UUID(0, 0);

    private final Database database;

    ClosingItems(Database database) {
        this.database = database;
    }

    /**
     * One worker's right to close one partner's month.
     *
     * @param fence rises with every claim; an older one has lost its right
     */
    record Claim(UUID partnerId, YearMonth month, long fence, int attempts, boolean released) {}

    /** A partner that is not billed, and why. */
    record Held(UUID partnerId, String reason) {}

    /** Adds the partners that were there before the month's end; those already there stay as they are. */
    void add(YearMonth month, List<UUID> partnerIds) {
        database.batch(
                "insert into closing_item (partner_id, month) values (?, ?) on conflict do nothing",
                partnerIds.stream().map(id -> new Object[] {id, month}).toList());
    }

    /**
     * The next partner nobody works on, unless an earlier month of it is still worked on.
     *
     * @param after a transaction that claims several goes up by id, so that two can't wait for each other's partners
     */
    Optional<Claim> claimNext(YearMonth month, UUID after, Duration lease) {
        Instant now = RealTime.clock().instant();
        return database.first(
                """
                update closing_item i
                set state = 'claimed', fence = i.fence + 1, attempts = i.attempts + 1, lease_until = ?
                where (i.partner_id, i.month) = (
                    select c.partner_id, c.month from closing_item c
                    where c.month = ? and c.partner_id > ? and c.state in ('pending', 'claimed') and c.lease_until < ?
                      and c.month = (select min(e.month) from closing_item e
                                     where e.partner_id = c.partner_id and e.state in ('pending', 'claimed'))
                    order by c.partner_id limit 1 for update skip locked)
                returning i.partner_id, i.fence, i.attempts, i.released""",
                row -> claim(row, month),
                now.plus(lease),
                month,
                after,
                now);
    }

    /** One partner, if it waits to be closed. */
    Optional<Claim> claim(YearMonth month, UUID partnerId, Duration lease) {
        Instant now = RealTime.clock().instant();
        return database.first(
                """
                update closing_item i
                set state = 'claimed', fence = i.fence + 1, attempts = i.attempts + 1, lease_until = ?
                where i.partner_id = ? and i.month = ? and i.state = 'pending' and i.lease_until < ?
                returning i.partner_id, i.fence, i.attempts, i.released""",
                row -> claim(row, month),
                now.plus(lease),
                partnerId,
                month,
                now);
    }

    private static Claim claim(Row row, YearMonth month) {
        return new Claim(
                row.id("partner_id"),
                month,
                row.number("fence"),
                Math.toIntExact(row.number("attempts")),
                row.flag("released"));
    }

    /** Puts a partner that had its statement back among those to be closed. */
    void again(UUID partnerId, YearMonth month) {
        database.update(
                """
                update closing_item set state = 'pending', attempts = 0, reason = null, lease_until = '-infinity'
                where partner_id = ? and month = ?""",
                partnerId,
                month);
    }

    /** Keeps others out until the transaction ends; false where the claim was lost to another worker. */
    boolean lock(Claim claim) {
        return database.first(
                        """
                        select fence from closing_item
                        where partner_id = ? and month = ? and fence = ? and state = 'claimed' for update""",
                        row -> row.number("fence"),
                        claim.partnerId(),
                        claim.month(),
                        claim.fence())
                .isPresent();
    }

    /**
     * Has one month of the partner closed at a time, until the transaction ends: a released month comes back while a later
     * one is closed, and both would bill the same correction.
     */
    void lockPartner(UUID partnerId) {
        database.first(
                "select 1 as locked from pg_advisory_xact_lock(hashtextextended('closing/' || ?, 0))",
                row -> row.number("locked"),
                partnerId.toString());
    }

    void done(Claim claim) {
        end(claim, "done", null, RealTime.clock().instant());
    }

    void hold(Claim claim, String reason) {
        end(claim, "held", reason, RealTime.clock().instant());
    }

    /** Lets others, or this worker, try again later. */
    void giveBack(Claim claim, Duration after) {
        end(claim, "pending", null, RealTime.clock().instant().plus(after));
    }

    private void end(Claim claim, String state, String reason, Instant notBefore) {
        database.update(
                """
                update closing_item set state = ?, reason = ?, lease_until = ?
                where partner_id = ? and month = ? and fence = ? and state = 'claimed'""",
                state,
                reason,
                notBefore,
                claim.partnerId(),
                claim.month(),
                claim.fence());
    }

    List<Held> held(YearMonth month) {
        return database.list(
                "select partner_id, reason from closing_item where month = ? and state = 'held' order by partner_id",
                row -> new Held(row.id("partner_id"), row.text("reason")),
                month);
    }

    /** Whether the partner is part of the month's job. */
    boolean has(UUID partnerId, YearMonth month) {
        return database.first(
                        "select month from closing_item where partner_id = ? and month = ?",
                        row -> row.month("month"),
                        partnerId,
                        month)
                .isPresent();
    }

    /** Lets a held partner be billed; false where it was not held. */
    boolean release(UUID partnerId, YearMonth month) {
        return database.update(
                        """
                        update closing_item set state = 'pending', released = true, attempts = 0, reason = null,
                            lease_until = '-infinity'
                        where partner_id = ? and month = ? and state = 'held'""",
                        partnerId,
                        month)
                == 1;
    }

    /** The months of which the caller's partner has its statement. */
    List<YearMonth> doneMonths(UUID partnerId) {
        return database.list(
                "select month from closing_item where partner_id = ? and state = 'done'",
                row -> row.month("month"),
                partnerId);
    }
}
