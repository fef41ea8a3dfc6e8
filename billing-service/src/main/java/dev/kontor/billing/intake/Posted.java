package dev.kontor.billing.intake;

import java.util.List;

/** A call, read: what can be looked at, and what can't. */
record Posted<T extends Reported>(List<T> items, List<NotStored> refused) {

    /** The most one call may hold. */
    static final int MOST = 10_000;

    int received() {
        return items.size() + refused.size();
    }
}
