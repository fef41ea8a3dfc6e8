package dev.kontor.reporting.copies;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.PresentStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What holds of whoever asked for a job, and of its partner, as their owner last told. */
@ApplicationScoped
class AskersOfNow implements PresentStanding {

    /** Stands in a partner's place where the vendor decided of a subject wherever it shows up. */
    private static final UUID EVERYWHERE = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final Database database;

    AskersOfNow(Database database) {
        this.database = database;
    }

    /** What jobs need of a subject's access. */
    record SubjectState(
            UUID partnerId, String subject, String state, @Nullable Instant sessionsEndedAt, long version) {}

    @Produces
    Copy<SubjectState> access() {
        return new Copy<>("kontor.consent.v1", "subject", SubjectState.class, this::keep);
    }

    private void keep(SubjectState told) {
        database.sql(
                        """
                        insert into subject_access as a (partner_id, subject, blocked, sessions_ended_at, version)
                        values (:partnerId, :subject, :state = 'blocked', :sessionsEndedAt, :version)
                        on conflict (partner_id, subject) do update
                        set blocked = excluded.blocked, sessions_ended_at = excluded.sessions_ended_at,
                            version = excluded.version
                        where a.version < excluded.version""")
                .with(told)
                .update();
    }

    @Override
    public Standing of(UUID partnerId, String subject) {
        return database.sql(
                        """
                        select case when p.programs is not null
                                    then array(select jsonb_array_elements_text(p.programs)) end as programs,
                            coalesce(p.suspended, false) as suspended,
                            coalesce(a.blocked, false) or coalesce(e.blocked, false) as blocked,
                            greatest(a.sessions_ended_at, e.sessions_ended_at) as sessions_ended_at
                        from (select cast(:partner as uuid) as id) it
                        left join partners p on p.id = it.id
                        left join subject_access a on a.partner_id = it.id and a.subject = :subject
                        left join subject_access e on e.partner_id = :everywhere and e.subject = :subject""")
                .with("everywhere", EVERYWHERE)
                .with("partner", partnerId)
                .with("subject", subject)
                .one(Standing.class);
    }
}
