package dev.kontor.platform.security.rows;

import dev.kontor.platform.security.Caller;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * On whose behalf a transaction reads and writes: a database role, and what its policies compare with.
 *
 * <p>Requests get theirs from the passport. Consumers and jobs name theirs: {@code RowScope.worker().run(…)} around the
 * transactional call. Without a scope a transaction has no role, and sees nothing.
 */
public final class RowScope {

    private static final ThreadLocal<RowScope> NAMED = new ThreadLocal<>();
    private static final RowScope WORKER = new RowScope("worker", "", "", "", false, Set.of());

    private final String role;
    private final String partnerId;
    private final String customerId;
    private final String subject;
    private final boolean all;
    private final Set<String> programs;

    private RowScope(
            String role, String partnerId, String customerId, String subject, boolean all, Set<String> programs) {
        this.role = role;
        this.partnerId = partnerId;
        this.customerId = customerId;
        this.subject = subject;
        this.all = all;
        this.programs = programs;
    }

    /** The scope of consumers, jobs and other services' questions. */
    public static RowScope worker() {
        return WORKER;
    }

    /** The scope of a job that goes on for a partner's principal after its request: it sees what that one sees. */
    public static RowScope tenant(UUID partnerId, String subject, boolean all, Set<String> programs) {
        return new RowScope("tenant", text(partnerId), "", subject, all, programs);
    }

    /** What {@code work} does in transactions of its own, it does in this scope. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** What {@code work} does in transactions of its own, it does in this scope. */
    public <T> T call(Supplier<T> work) {
        var before = NAMED.get();
        NAMED.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                NAMED.remove();
            } else {
                NAMED.set(before);
            }
        }
    }

    /** The scope named on this thread, or null. */
    static RowScope named() {
        return NAMED.get();
    }

    /** The scope of a request, or null where its caller has none. */
    static RowScope of(Caller caller) {
        return switch (caller.kind()) {
            case PARTNER, LAUNCHED ->
                new RowScope(
                        "tenant",
                        text(caller.partnerId()),
                        text(caller.customerId()),
                        caller.subject(),
                        caller.seesAllByPassport(),
                        caller.programs());
            case CUSTOMER -> new RowScope("customer", "", text(caller.customerId()), caller.subject(), false, Set.of());
            case OPERATOR -> new RowScope("operator", "", "", caller.subject(), false, Set.of());
            case REPORTER -> new RowScope("reporter", "", "", caller.subject(), false, Set.of());
            case SERVICE -> WORKER;
            case ANONYMOUS -> null;
        };
    }

    String role() {
        return role;
    }

    String partnerId() {
        return partnerId;
    }

    String customerId() {
        return customerId;
    }

    String subject() {
        return subject;
    }

    boolean all() {
        return all;
    }

    Set<String> programs() {
        return programs;
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }
}
