package dev.kontor.billing.periods;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The closing jobs. */
@ApplicationScoped
class Closings {

    private static final String SELECT =
            """
            select c.id, c.month, c.state, c.effective_at, c.finished_at,
                   (select count(*) from closing_item i where i.month = c.month and i.state in ('done', 'held')) as done,
                   (select count(*) from closing_item i where i.month = c.month) as total
            from closing c""";

    private final Database database;

    Closings(Database database) {
        this.database = database;
    }

    Optional<Closing> find(UUID id) {
        return database.first(SELECT + " where c.id = ?", Closing::read, id);
    }

    Optional<Closing> of(YearMonth month) {
        return database.first(SELECT + " where c.month = ?", Closing::read, month);
    }

    List<Closing> all() {
        return database.list(SELECT + " order by c.month", Closing::read);
    }

    Optional<YearMonth> latestMonth() {
        return database.first("select max(month) as month from closing", row -> Optional.ofNullable(row.month("month")))
                .flatMap(Function.identity());
    }

    /** What is left to do, in order: the jobs that run, and whatever else has a partner that waits. */
    List<Closing> unfinished() {
        return database.list(
                SELECT
                        + " "
                        + """
                        where c.state in ('queued', 'running')
                           or c.month in (select i.month from closing_item i where i.state in ('pending', 'claimed'))
                        order by c.month""",
                Closing::read);
    }

    /** Adds the month's job, unless it has one. */
    boolean add(YearMonth month, String requestedBy, Instant requestedAt, Instant effectiveAt) {
        return database.update(
                        """
                        insert into closing (id, month, state, requested_by, requested_at, effective_at)
                        values (?, ?, 'queued', ?, ?, ?) on conflict (month) do nothing""",
                        Ids.next(),
                        month,
                        requestedBy,
                        requestedAt,
                        effectiveAt)
                == 1;
    }

    void start(UUID id) {
        database.update("update closing set state = 'running' where id = ? and state = 'queued'", id);
    }

    /** Takes a finished job up again, for a partner that was released. */
    void reopen(YearMonth month) {
        database.update(
                "update closing set state = 'running', finished_at = null where month = ? and state <> 'queued'",
                month);
    }

    /**
     * Ends a job of which nothing is left; a second end changes nothing. The row is locked by a statement of its own: one
     * that had waited for it would still look at the partners as they were before a release that took the job up again.
     */
    boolean finish(Closing closing, Instant now) {
        database.first("select id from closing where id = ? for update", row -> row.id("id"), closing.id());
        return database.update(
                        """
                update closing set state = 'succeeded', finished_at = ?
                where id = ? and state = 'running' and not exists (
                    select from closing_item i where i.month = closing.month and i.state in ('pending', 'claimed'))""",
                        now,
                        closing.id())
                == 1;
    }
}
