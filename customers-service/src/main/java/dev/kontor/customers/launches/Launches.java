package dev.kontor.customers.launches;

import dev.kontor.customers.ShutOut;
import dev.kontor.customers.Vendor;
import dev.kontor.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Launches implements PanacheRepositoryBase<Launch, UUID> {

    /** Locked, so that of many exchanges of one code exactly one finds it unused. */
    Optional<Launch> byCode(LaunchCode code) {
        return find("codeHash", code.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Newest first. */
    List<Launch> sessionsOf(UUID customerId, PageRequest page) {
        var query = page.after(last -> UUID.fromString(last.get(0)))
                .map(last -> find(
                        "customerId = ?1 and startedAt is not null and id < ?2 order by id desc", customerId, last))
                .orElseGet(() -> find("customerId = ?1 and startedAt is not null order by id desc", customerId));
        return query.page(Page.ofSize(page.fetch())).list();
    }

    long countSessionsOf(UUID customerId) {
        return count("customerId = ?1 and startedAt is not null", customerId);
    }

    Optional<Launch> session(UUID customerId, UUID id) {
        return find("customerId = ?1 and id = ?2 and startedAt is not null", customerId, id)
                .firstResultOptional();
    }

    /** Of one of the partner's people, or all of them; of somebody in every partner where the vendor stands in its place. */
    List<Launch> running(ShutOut whose, Instant now) {
        return whose.partnerId().equals(Vendor.PARTNER_ID)
                ? list(
                        "subject = ?1 and startedAt is not null and endedAt is null and expiresAt > ?2",
                        whose.subject(),
                        now)
                : list(
                        "partnerId = ?1 and (cast(?2 as string) is null or subject = ?2) and startedAt is not null"
                                + " and endedAt is null and expiresAt > ?3",
                        whose.partnerId(),
                        whose.subject(),
                        now);
    }

    List<Launch> running(UUID customerId, Instant now) {
        return list(
                "customerId = ?1 and startedAt is not null and endedAt is null and expiresAt > ?2", customerId, now);
    }
}
