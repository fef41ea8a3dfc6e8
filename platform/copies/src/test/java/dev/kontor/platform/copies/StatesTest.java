package dev.kontor.platform.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatesTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final States states = new States(JSON);

    record Part(String type, @Nullable String endAt) {}

    record State(String id, @Nullable String logoHash, boolean managed, List<Part> parts, long version) {}

    @Test
    void whatAConsumerDoesNotDeclareIsPassedOver() throws JsonProcessingException {
        var read = read(
                """
                {"id": "a", "logoHash": null, "managed": true, "version": 3, "region": "DE",
                 "parts": [{"type": "term", "endAt": null, "status": "active"}]}""");

        assertThat(read).isEqualTo(new State("a", null, true, List.of(new Part("term", null)), 3));
    }

    @Test
    void whatMayMissMayMiss() throws JsonProcessingException {
        assertThat(read("{\"id\": \"a\", \"managed\": false, \"parts\": [], \"version\": 1}")
                        .logoHash())
                .isNull();
    }

    @Test
    void whatIsNeededAndMissesIsRefused() {
        refused("{\"managed\": false, \"parts\": [], \"version\": 1}", "id");
        refused("{\"id\": null, \"managed\": false, \"parts\": [], \"version\": 1}", "id");
        refused("{\"id\": \"a\", \"parts\": [], \"version\": 1}", "managed");
        refused("{\"id\": \"a\", \"managed\": false, \"parts\": []}", "version");
        refused("{\"id\": \"a\", \"managed\": false, \"version\": 1}", "parts");
        refused("{\"id\": \"a\", \"managed\": false, \"parts\": [{\"endAt\": \"2027\"}], \"version\": 1}", "type");
    }

    private void refused(String state, String component) {
        assertThatThrownBy(() -> read(state))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal ->
                        assertThat(refusal + " " + refusal.getCause()).contains(component));
    }

    private State read(String state) throws JsonProcessingException {
        return states.read(JSON.readTree(state), State.class);
    }
}
