package dev.kontor.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Policy and services know the same routes. */
class RoutesTest {

    @Test
    void whatAServiceAnswersHasAPlaceInThePolicy() {
        assertThat(Published.NOW.withoutPolicy())
                .as("documented by a service, unknown to policy.yaml: nobody can call it")
                .isEmpty();
    }

    @Test
    void whatThePolicyNamesIsAnsweredOrListedAsNotBuiltYet() {
        var listed = new TreeSet<>(Published.lines("routes-not-built-yet.txt"));
        var notBuilt = Published.NOW.notBuilt();
        var unknown = new TreeSet<>(notBuilt);
        unknown.removeAll(listed);
        assertThat(unknown).as("in policy.yaml, but no service documents it").isEmpty();
        listed.removeAll(notBuilt);
        assertThat(listed)
                .as("built meanwhile: take these out of gateway/openapi/src/main/openapi/routes-not-built-yet.txt")
                .isEmpty();
    }
}
