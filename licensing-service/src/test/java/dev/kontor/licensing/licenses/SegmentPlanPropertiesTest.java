package dev.kontor.licensing.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.licensing.licenses.SegmentPlan.Choice;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Choosing anew never drops a product and never leaves two segments of one running. */
class SegmentPlanPropertiesTest {

    @Property
    void afterwardsExactlyTheChoiceRuns(
            @ForAll("choices") List<Choice> before, @ForAll("choices") List<Choice> chosen) {
        var plan = plan(before, chosen);

        var running = new HashSet<>(before);
        assertThat(running.removeAll(plan.ended())).isEqualTo(!plan.ended().isEmpty());
        assertThat(running.removeAll(plan.continued()))
                .isEqualTo(!plan.continued().isEmpty());
        assertThat(Collections.disjoint(running, plan.started())).isTrue();
        running.addAll(plan.started());
        assertThat(running).isEqualTo(new HashSet<>(chosen));
    }

    @Property
    void whatIsContinuedStartsAgainAtOnce(
            @ForAll("choices") List<Choice> before, @ForAll("choices") List<Choice> chosen) {
        var plan = plan(before, chosen);

        var started = plan.started().stream().map(Choice::product).toList();
        assertThat(started)
                .containsAll(plan.continued().stream().map(Choice::product).toList());
        assertThat(Collections.disjoint(
                        started, plan.ended().stream().map(Choice::product).toList()))
                .isTrue();
    }

    @Property
    void theSameChoiceAgainChangesNothing(@ForAll("choices") List<Choice> chosen) {
        assertThat(plan(chosen, chosen).changesNothing()).isTrue();
    }

    private static SegmentPlan<Choice> plan(List<Choice> before, List<Choice> chosen) {
        Map<Choice, Choice> running =
                before.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        return SegmentPlan.of(running, chosen);
    }

    @Provide
    Arbitrary<List<Choice>> choices() {
        var product = Arbitraries.of("endpoint-essentials", "endpoint-advanced", "server-advanced", "uem-standard");
        var quantity = Arbitraries.integers().between(1, 3).injectNull(0.3);
        return Combinators.combine(product, quantity)
                .as(Choice::new)
                .list()
                .uniqueElements(Choice::product)
                .ofMaxSize(4);
    }
}
