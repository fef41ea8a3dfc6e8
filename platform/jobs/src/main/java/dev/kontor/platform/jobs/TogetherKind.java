package dev.kontor.platform.jobs;

/**
 * A kind whose items need nothing but the database, so that several are claimed, performed and ended in one transaction:
 * small ones cost less than a commit each. Where that fails, they are tried one by one.
 */
public interface TogetherKind<P> extends JobKind<P> {

    /** One item, made ready in the transaction in which it ends. */
    interface Prepared extends Ending {

        /** How much of {@link TogetherKind#together} it takes. */
        int weight();
    }

    /** Whether a job may go on now; asked outside any transaction, before some of it is claimed. */
    boolean isReady(Job<P> job);

    /** The most that fits into one transaction. */
    int together();

    /** Whatever others must not wait for long; the rest is left to its ending, which comes after all were prepared. */
    Prepared prepare(Item<P> item);

    @Override
    default Ending perform(Item<P> item) {
        return () -> prepare(item).end();
    }
}
