package dev.kontor.licensing.licenses;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class LicenseAccounts implements PanacheRepositoryBase<LicenseAccount, UUID> {

    /** The account of a customer the caller sees; nobody else changes its licences until the transaction ends. */
    LicenseAccount lock(UUID customerId) {
        return findById(customerId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those whose status changed by time alone, the first to change first; what another replica has is left to it. */
    List<LicenseAccount> lockDue(Instant now, int max) {
        return getEntityManager()
                .createQuery(
                        "from LicenseAccount where nextChangeAt <= :now order by nextChangeAt", LicenseAccount.class)
                .setParameter("now", now)
                .setMaxResults(max)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", -2)
                .getResultList();
    }
}
