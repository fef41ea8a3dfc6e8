package dev.kontor.customers.launches;

import dev.kontor.platform.web.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A launch of a customer's account: a code to be exchanged once, and the session that came of it. In real time. */
@Entity
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
class Launch {

    static final Duration CODE_LIFE = Duration.ofSeconds(60);
    static final Duration SESSION_LIFE = Duration.ofMinutes(15);

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private UUID customerId;

    @Column(nullable = false)
    private String subject;

    @Column(nullable = false)
    private String role;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private List<String> programs;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private List<String> permissions;

    @Column(nullable = false)
    private byte[] codeHash;

    @Column(nullable = false)
    private Instant codeExpiresAt;

    private Instant startedAt;
    private Instant expiresAt;
    private Instant endedAt;

    @Column(nullable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Launch() {}

    static Launch of(UUID partnerId, UUID customerId, Administrator by, LaunchCode code, Instant now) {
        var launch = new Launch();
        launch.id = Ids.next();
        launch.partnerId = partnerId;
        launch.customerId = customerId;
        launch.subject = by.subject();
        launch.role = by.role();
        launch.programs = List.copyOf(by.programs());
        launch.permissions = List.copyOf(by.permissions());
        launch.codeHash = code.hash();
        launch.codeExpiresAt = now.plus(CODE_LIFE);
        launch.createdAt = now;
        return launch;
    }

    /**
     * Who launches. What the session may do follows from the role, at each of its calls, and is never more than who
     * launched was allowed then: a scope that narrows a client narrows its sessions.
     */
    record Administrator(String subject, String role, List<String> programs, List<String> permissions) {}

    boolean wasExchanged() {
        return startedAt != null;
    }

    boolean codeIsOver(Instant now) {
        return !codeExpiresAt.isAfter(now);
    }

    void start(Instant now) {
        startedAt = now;
        expiresAt = now.plus(SESSION_LIFE);
    }

    /** False where it was over already. */
    boolean end(Instant now) {
        if (!isRunning(now)) {
            return false;
        }
        endedAt = now;
        return true;
    }

    boolean isRunning(Instant now) {
        return startedAt != null && endedAt == null && expiresAt.isAfter(now);
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    LaunchSessionView view(Instant now) {
        return new LaunchSessionView(id, subject, role, startedAt, expiresAt, endedAt, isRunning(now));
    }

    UUID id() {
        return id;
    }

    UUID partnerId() {
        return partnerId;
    }

    UUID customerId() {
        return customerId;
    }

    String subject() {
        return subject;
    }

    String role() {
        return role;
    }

    List<String> programs() {
        return programs;
    }

    List<String> permissions() {
        return permissions;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant codeExpiresAt() {
        return codeExpiresAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
