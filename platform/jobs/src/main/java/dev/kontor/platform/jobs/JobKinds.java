package dev.kontor.platform.jobs;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The kinds of this service. */
@ApplicationScoped
class JobKinds {

    private final Map<String, JobKind<?>> kinds;

    JobKinds(@All List<JobKind<?>> kinds, JobsConfig config) {
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::code, Function.identity()));
        var most = kinds.stream().mapToInt(JobKind::runners).sum();
        if (most >= config.runners()) {
            throw new IllegalStateException("One partner's jobs could keep all " + config.runners()
                    + " runners from everybody else's: kontor.jobs.runners must be more than " + most);
        }
    }

    JobKind<?> of(String code) {
        var kind = kinds.get(code);
        if (kind == null) {
            throw new IllegalStateException("There are no jobs of the kind " + code + " here");
        }
        return kind;
    }

    Set<String> codes() {
        return kinds.keySet();
    }

    Set<String> forgotten() {
        return kinds.values().stream()
                .filter(Predicate.not(JobKind::isKept))
                .map(JobKind::code)
                .collect(Collectors.toSet());
    }
}
