package dev.kontor.customers.access;

import dev.kontor.customers.Vendor;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was decided of subjects, whether anybody named them or not. */
@ApplicationScoped
class AccessRows {

    private final Database database;

    AccessRows(Database database) {
        this.database = database;
    }

    /** Whose record is no longer needed. */
    record Forgotten(UUID partnerId, String subject) {}

    Optional<AccessView> view(UUID partnerId, String subject) {
        return database.sql(
                        """
                        select state, reason, since, sessions_ended_at from subject_access
                        where partner_id = :partner and subject = :subject""")
                .with("partner", partnerId)
                .with("subject", subject)
                .first(AccessView.class);
    }

    Optional<SubjectAccess> find(UUID partnerId, String subject) {
        return database.sql(
                        """
                        select partner_id, subject, state, sessions_ended_at, version from subject_access
                        where partner_id = :partner and subject = :subject""")
                .with("partner", partnerId)
                .with("subject", subject)
                .first(SubjectAccess.class);
    }

    /** Has decisions wait for each other where there is no partner's row to wait for. */
    void hold(UUID scope) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('subject_access ' || :scope, 0))")
                .with("scope", scope.toString())
                .exists();
    }

    long count(UUID partnerId) {
        return database.sql("select count(*) from subject_access where partner_id = :partner")
                .with("partner", partnerId)
                .one(Long.class);
    }

    SubjectAccess decide(UUID partnerId, String subject, ChangeAccess wanted, String by, Instant now) {
        return database.sql(
                        """
                        insert into subject_access as a (partner_id, subject, state, reason, since, decided_by)
                        values (:partner, :subject, :state, :reason, :now, :by)
                        on conflict (partner_id, subject) do update
                        set state = excluded.state, reason = excluded.reason, decided_by = excluded.decided_by,
                            since = case when a.state = excluded.state and a.since is not null then a.since
                                    else excluded.since end,
                            told = true, version = a.version + 1
                        returning partner_id, subject, state, sessions_ended_at, version""")
                .with("partner", partnerId)
                .with("subject", subject)
                .with("state", wanted.state())
                .with("reason", wanted.reason())
                .with("by", by)
                .with("now", now)
                .one(SubjectAccess.class);
    }

    SubjectAccess endSessions(UUID partnerId, String subject, Instant now) {
        return database.sql(
                        """
                        insert into subject_access as a (partner_id, subject, state, sessions_ended_at)
                        values (:partner, :subject, 'active', :now)
                        on conflict (partner_id, subject) do update
                        set sessions_ended_at = greatest(a.sessions_ended_at, excluded.sessions_ended_at),
                            told = true, version = a.version + 1
                        returning partner_id, subject, state, sessions_ended_at, version""")
                .with("partner", partnerId)
                .with("subject", subject)
                .with("now", now)
                .one(SubjectAccess.class);
    }

    /** Takes those of whom nothing was decided since then but what no token is left to be refused for. */
    List<Forgotten> forget(Instant before) {
        return database.sql(
                        """
                        update subject_access set told = false
                        where told and state = 'active' and greatest(since, sessions_ended_at) < :before
                        returning partner_id, subject""")
                .with("before", before)
                .list(Forgotten.class);
    }

    /** What holds now of a partner and somebody of it, there or everywhere; empty where there is no such partner. */
    Optional<StandingOfNow> standing(UUID partnerId, String subject) {
        return database.sql(
                        """
                        select p.programs, p.state = 'SUSPENDED' as suspended,
                            coalesce(a.state = 'blocked', false) or coalesce(e.state = 'blocked', false) as blocked,
                            greatest(a.sessions_ended_at, e.sessions_ended_at) as sessions_ended_at
                        from partner p
                        left join subject_access a on a.partner_id = p.id and a.subject = :subject
                        left join subject_access e on e.partner_id = :everywhere and e.subject = :subject
                        where p.id = :partner""")
                .with("everywhere", Vendor.PARTNER_ID)
                .with("partner", partnerId)
                .with("subject", subject)
                .first(StandingOfNow.class);
    }
}
