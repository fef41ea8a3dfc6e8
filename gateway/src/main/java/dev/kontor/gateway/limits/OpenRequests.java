package dev.kontor.gateway.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of each caller are under way: a rate does not bound those that take long. */
final class OpenRequests {

    private final int most;
    private final Map<Object, Integer> open = new ConcurrentHashMap<>();

    OpenRequests(int most) {
        this.most = most;
    }

    /** Whether one more may begin; if so, it has to {@link #end}. */
    boolean begin(Object caller) {
        if (open.merge(caller, 1, Integer::sum) <= most) {
            return true;
        }
        end(caller);
        return false;
    }

    void end(Object caller) {
        open.computeIfPresent(caller, (same, requests) -> requests == 1 ? null : requests - 1);
    }
}
