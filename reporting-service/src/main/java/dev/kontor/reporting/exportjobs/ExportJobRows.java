package dev.kontor.reporting.exportjobs;

import dev.kontor.reporting.snapshots.ContentFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The jobs. */
@ApplicationScoped
class ExportJobRows {

    private static final String SELECT =
            """
            select partner_id, id, dashboard_id, format, locale, requested_by, role, actor, trace_id, sees_all,
                   programs, state, requested_at
            from export_jobs\s""";

    private final Session database;

    ExportJobRows(Session database) {
        this.database = database;
    }

    void add(ExportJob job) {
        database.createNativeMutationQuery(
                        """
                        insert into export_jobs (partner_id, id, dashboard_id, format, locale, requested_by, role,
                                                 actor, trace_id, sees_all, programs, requested_at)
                        values (:partner, :id, :dashboard, :format, :locale, :by, :role, :actor, :trace, :all,
                                :programs, :at)""")
                .setParameter("partner", job.partnerId())
                .setParameter("id", job.id())
                .setParameter("dashboard", job.dashboardId())
                .setParameter("format", job.format().name())
                .setParameter(
                        "locale", job.locale() == null ? null : job.locale().toLanguageTag(), String.class)
                .setParameter("by", job.requester().subject())
                .setParameter("role", job.requester().role(), String.class)
                .setParameter("actor", job.requester().actor(), String.class)
                .setParameter("trace", job.requester().traceId(), String.class)
                .setParameter("all", job.seesAll())
                .setParameter("programs", job.programs().toArray(String[]::new))
                .setParameter("at", job.requestedAt())
                .executeUpdate();
    }

    Optional<ExportJob> find(UUID id) {
        return database.createNativeQuery(SELECT + "where id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .map(ExportJobRows::read)
                .findFirst();
    }

    /** What there is to do now: of each partner its oldest job. */
    List<ExportJob> inTurn() {
        return database.createNativeQuery(
                        SELECT
                                + """
                                where id in (select distinct on (partner_id) id from export_jobs
                                             where finished_at is null order by partner_id, requested_at, id)
                                order by requested_at, id""",
                        Tuple.class)
                .getResultStream()
                .map(ExportJobRows::read)
                .toList();
    }

    void running(ExportJob job) {
        database.createNativeMutationQuery(
                        "update export_jobs set state = 'running' where id = :id and state = 'queued'")
                .setParameter("id", job.id())
                .executeUpdate();
    }

    /** Ends a job of which nothing is left to do. */
    void finish(ExportJob job, Instant at) {
        database.createNativeMutationQuery(
                        """
                        update export_jobs j set state = 'succeeded', finished_at = :at
                        where j.id = :id and j.finished_at is null
                          and not exists (select from export_job_items i
                                          where i.job_id = j.id and i.state in ('pending', 'claimed'))""")
                .setParameter("at", at)
                .setParameter("id", job.id())
                .executeUpdate();
    }

    void removeFinishedBefore(Instant time) {
        database.createNativeMutationQuery("delete from export_jobs where finished_at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }

    private static ExportJob read(Tuple row) {
        String locale = row.get("locale", String.class);
        return new ExportJob(
                row.get("partner_id", UUID.class),
                row.get("id", UUID.class),
                row.get("dashboard_id", String.class),
                ContentFormat.valueOf(row.get("format", String.class)),
                locale == null ? null : Locale.forLanguageTag(locale),
                new ExportJob.Requester(
                        row.get("requested_by", String.class),
                        row.get("role", String.class),
                        row.get("actor", String.class),
                        row.get("trace_id", String.class)),
                row.get("sees_all", Boolean.class),
                Set.of(row.get("programs", String[].class)),
                ExportJob.State.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT)),
                row.get("requested_at", Instant.class));
    }
}
