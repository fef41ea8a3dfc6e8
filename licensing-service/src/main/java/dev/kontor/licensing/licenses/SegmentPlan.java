package dev.kontor.licensing.licenses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a new choice of monthly products does to the running segments: what is chosen as before runs on untouched, what
 * is chosen with another quantity goes on in a new segment, what is no longer chosen ends. Pure.
 */
record SegmentPlan<S>(List<S> ended, List<S> continued, List<Choice> started) {

    /** A product that was chosen; a null quantity is none ordered. */
    record Choice(String product, Integer quantity) {}

    /** The running segments by their choice, at most one per product, and the whole new choice. */
    static <S> SegmentPlan<S> of(Map<Choice, S> running, List<Choice> chosen) {
        var byProduct = new HashMap<String, Choice>();
        chosen.forEach(choice -> byProduct.put(choice.product(), choice));
        var plan = new SegmentPlan<S>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        running.forEach((now, segment) -> {
            var next = byProduct.get(now.product());
            if (next == null) {
                plan.ended.add(segment);
            } else if (!Objects.equals(next.quantity(), now.quantity())) {
                plan.continued.add(segment);
            }
        });
        chosen.stream().filter(choice -> !running.containsKey(choice)).forEach(plan.started::add);
        return plan;
    }

    boolean changesNothing() {
        return ended.isEmpty() && continued.isEmpty() && started.isEmpty();
    }
}
