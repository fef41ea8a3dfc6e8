package dev.kontor.platform.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The jobs, as rows. */
@ApplicationScoped
class JobRows {

    private static final String SELECT =
            """
            select j.id, j.kind, j.partner_id, j.asker, j.created_at, j.key, j.parameters, j.state, j.cancelling, j.openings
            from job j
            """;

    private static final String UNENDED =
            """
            select j.id from job j
            where j.finished_at is null and (j.state = 'running' or j.cancelling)
              and not exists (select from job_item i
                              where i.job_id = j.id
                                and (case when j.cancelling then i.state = 'claimed' and i.due_at > clock_timestamp()
                                     else i.state in ('pending', 'claimed') end))""";

    private final Database database;
    private final ObjectMapper mapper;
    private final JobIds ids;

    JobRows(Database database, ObjectMapper mapper, JobIds ids) {
        this.database = database;
        this.mapper = mapper;
        this.ids = ids;
    }

    /** A job whose parameters are still to be read by its kind. */
    record Stored(
            UUID id,
            String kind,
            UUID partnerId,
            Asker asker,
            Instant createdAt,
            String key,
            JsonNode parameters,
            JobState state,
            boolean cancelling,
            int openings) {}

    void add(UUID id, String kind, UUID partnerId, Asker asker, String key, Object parameters) {
        database.sql(
                        """
                        insert into job (id, kind, partner_id, subject, asker, key, parameters)
                        values (:id, :kind, :partner, :subject, cast(:asker as jsonb), :key, cast(:parameters as jsonb))
                        on conflict (kind, partner_id, key) where key is not null do nothing""")
                .with("id", id)
                .with("kind", kind)
                .with("partner", partnerId)
                .with("subject", asker == null ? null : asker.subject())
                .withJson("asker", asker)
                .with("key", key)
                .withJson("parameters", parameters)
                .update();
    }

    long openOfThePartner() {
        return database.sql("select kontor.open_jobs()").one(Long.class);
    }

    Optional<Stored> find(UUID id) {
        return database.sql(SELECT + "where j.id = :id").with("id", id).first(Stored.class);
    }

    Optional<Stored> find(String kind, UUID partnerId, String key) {
        return database.sql(
                        SELECT
                                + """
                                where j.kind = :kind and j.key = :key
                                  and j.partner_id is not distinct from cast(:partner as uuid)""")
                .with("kind", kind)
                .with("partner", partnerId)
                .with("key", key)
                .first(Stored.class);
    }

    List<Stored> all(String kind) {
        return database.sql(SELECT + "where j.kind = :kind order by j.key, j.id")
                .with("kind", kind)
                .list(Stored.class);
    }

    /**
     * The job that is served next, locked: of the partner and kind that was served least recently, then the earliest by key,
     * then the one of its own that was. Jobs another process is looking at are passed over.
     *
     * @param full turns that have as many runners of this process as they may
     */
    Optional<Stored> next(Collection<String> kinds, Collection<Turn> full) {
        return database.sql(
                        SELECT
                                + """
                                left join job_turn t
                                    on t.kind = j.kind and t.whose = coalesce(j.partner_id, cast(:nobody as uuid))
                                where j.finished_at is null and not j.cancelling and j.kind = any(:kinds)
                                  and j.rests_until <= clock_timestamp()
                                  and j.kind || '/' || coalesce(j.partner_id, cast(:nobody as uuid)) <> all(:full)
                                  and (j.state = 'queued'
                                       or exists (select from job_item i
                                                  where i.job_id = j.id and i.state in ('pending', 'claimed')
                                                    and i.due_at <= clock_timestamp()))
                                order by t.served_at nulls first, j.key, j.served_at, j.id
                                limit 1 for update of j skip locked""")
                .with("nobody", Turn.NOBODY)
                .with("kinds", String.class, kinds)
                .with("full", String.class, full, Turn::toString)
                .first(Stored.class);
    }

    void served(UUID id, Turn turn) {
        database.sql("update job set served_at = clock_timestamp() where id = :id")
                .with("id", id)
                .update();
        database.sql(
                        """
                        insert into job_turn (kind, whose, served_at) values (:kind, :whose, clock_timestamp())
                        on conflict (kind, whose) do update set served_at = clock_timestamp()""")
                .with("kind", turn.kind())
                .with("whose", turn.whose())
                .update();
    }

    /** Has a job begin; false where it did. */
    boolean begin(UUID id) {
        return database.sql("update job set state = 'running' where id = :id and state = 'queued'")
                        .with("id", id)
                        .update()
                > 0;
    }

    /** Nothing of it is begun for that long, or longer where it rests already. */
    void rest(UUID id, Duration pause) {
        database.sql(
                        """
                        update job set rests_until = greatest(rests_until, clock_timestamp() + cast(:pause as interval))
                        where id = :id""")
                .with("pause", pause)
                .with("id", id)
                .update();
    }

    void restFrom(UUID id, boolean onwards) {
        database.sql("update job set rests_until = cast(:until as timestamptz) where id = :id")
                .with("until", onwards ? "infinity" : "-infinity")
                .with("id", id)
                .update();
    }

    /** Takes up again what has ended, and keeps what has not from ending until this transaction has. */
    void open(UUID id) {
        hold(id);
        database.sql(
                        """
                        update job set state = 'running', finished_at = null, cancelling = false, openings = openings + 1
                        where id = :id and finished_at is not null""")
                .with("id", id)
                .update();
    }

    /** Opens what has ended although an item of it is open, by whatever hand. */
    void openLeft() {
        database.sql(
                        """
                        update job set state = 'running', finished_at = null, cancelling = false, openings = openings + 1
                        where finished_at is not null
                          and id in (select i.job_id from job_item i where i.state in ('pending', 'claimed'))""")
                .update();
    }

    void hold(UUID id) {
        database.sql("select 1 from job where id = :id for update")
                .with("id", id)
                .exists();
    }

    Optional<String> latestKey(String kind) {
        return database.sql("select max(key) from job where kind = :kind")
                .with("kind", kind)
                .first(String.class);
    }

    /** Keeps a job from ending, and others from calling it off, until this transaction ends; false where it has ended. */
    boolean lock(UUID id) {
        return database.sql("select id from job where id = :id and finished_at is null for update")
                .with("id", id)
                .exists();
    }

    void cancel(UUID id) {
        database.sql("update job set cancelling = true where id = :id")
                .with("id", id)
                .update();
    }

    /** Ends a job that was locked, if it has begun or was called off, and nothing is left of it. */
    boolean finish(UUID id) {
        return database.sql(
                                """
                                update job j
                                set finished_at = clock_timestamp(),
                                    state = case when j.cancelling
                                                  and (j.state = 'queued'
                                                       or exists (select from job_item i
                                                                  where i.job_id = j.id and i.state = 'cancelled'))
                                            then 'failed' else 'succeeded' end
                                where j.id = :id and (j.state = 'running' or j.cancelling)
                                  and not exists (select from job_item i
                                                  where i.job_id = j.id and i.state in ('pending', 'claimed'))""")
                        .with("id", id)
                        .update()
                > 0;
    }

    /** What may end: a runner that died left it so, or the last one has just ended its items. */
    List<UUID> unended(Collection<String> kinds) {
        return database.sql(UNENDED + " and j.kind = any(:kinds)")
                .with("kinds", String.class, kinds)
                .list(UUID.class);
    }

    boolean mayEnd(UUID id) {
        return database.sql(UNENDED + " and j.id = :id").with("id", id).exists();
    }

    void removeOld(Collection<String> kinds, Duration keep) {
        database.sql(
                        """
                        delete from job
                        where kind = any(:kinds) and finished_at < clock_timestamp() - cast(:keep as interval)""")
                .with("kinds", String.class, kinds)
                .with("keep", keep)
                .update();
        database.sql(
                        """
                        delete from job_turn where served_at < clock_timestamp() - cast(:keep as interval)""")
                .with("keep", keep)
                .update();
    }

    /** The job, its parameters read as its kind keeps them. */
    <P> Job<P> of(JobKind<P> kind, Stored stored) {
        return new Job<>(
                stored.id(),
                ids.shown(stored.id()),
                stored.partnerId(),
                stored.asker(),
                stored.createdAt(),
                stored.key(),
                mapper.convertValue(stored.parameters(), kind.parameters()),
                stored.state(),
                stored.cancelling(),
                stored.openings());
    }
}
