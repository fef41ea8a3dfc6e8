package dev.kontor.licensing.earlyaccess;

import dev.kontor.platform.web.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;

/** A customer's time in a program. */
@Entity
@Table(name = "early_access_enrolments")
@SuppressWarnings("UnusedVariable") // Some columns only queries read.
class Enrolment {

    @Id
    private UUID id;

    @PartitionKey
    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private UUID customerId;

    @Column(nullable = false)
    private String program;

    @Column(nullable = false)
    private Instant enrolledAt;

    @Column(nullable = false)
    private String enrolledBy;

    private Instant endedAt;

    @Version
    private long version;

    protected Enrolment() {}

    static Enrolment begin(UUID partnerId, UUID customerId, String program, String by, Instant now) {
        var enrolment = new Enrolment();
        enrolment.id = Ids.next();
        enrolment.partnerId = partnerId;
        enrolment.customerId = customerId;
        enrolment.program = program;
        enrolment.enrolledAt = now;
        enrolment.enrolledBy = by;
        return enrolment;
    }

    /** Ends it; one that began after {@code at} ends as it began. */
    void end(Instant at) {
        endedAt = at.isBefore(enrolledAt) ? enrolledAt : at;
    }

    String program() {
        return program;
    }

    Instant enrolledAt() {
        return enrolledAt;
    }
}
