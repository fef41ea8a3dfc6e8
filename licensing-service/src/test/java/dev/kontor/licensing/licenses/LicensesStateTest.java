package dev.kontor.licensing.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.catalogue.Catalogue.Offer;
import dev.kontor.licensing.catalogue.Category;
import dev.kontor.platform.web.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a record holds of a customer's licences. */
class LicensesStateTest {

    private static final Instant NOW = Instant.parse("2027-12-15T10:00:00.123456Z");
    private static final int LARGEST_RECORD = 64 * 1024;

    private final LicenseAccount account = LicenseAccount.open(Ids.next(), Ids.next(), AccountType.MONTHLY);

    @Test
    void whatEndedLongerThan13MonthsAgoCountsForTheSummaryOnly() {
        var old = segment("endpoint-essentials", Category.ENDPOINT, NOW.minus(Duration.ofDays(900)));
        old.end(Instant.parse("2026-11-15T10:00:00Z"));
        var recent = segment("server-essentials", Category.SERVER, NOW.minus(Duration.ofDays(900)));
        recent.end(Instant.parse("2026-11-15T10:00:01Z"));

        var state = LicensesState.of(account, List.of(old, recent), NOW);

        assertThat(state.licenses()).extracting(LicenseState::product).containsExactly("server-essentials");
        assertThat(state.categories()).hasSize(2);
        assertThat(state.status()).isEqualTo("revoked");
    }

    @Test
    void howeverOftenSegmentsChangedTheRecordStaysSmallAndHoldsWhatRuns() throws JsonProcessingException {
        var segments = new ArrayList<License>();
        var last = segment("endpoint-essentials", Category.ENDPOINT, NOW.minus(Duration.ofHours(1_000)));
        segments.add(last);
        for (var hour = 999; hour >= 0; hour--) {
            var then = NOW.minus(Duration.ofHours(hour));
            last.endContinued(then);
            last = segment("endpoint-essentials", Category.ENDPOINT, then);
            segments.add(last);
        }

        var state = LicensesState.of(account, segments, NOW);

        assertThat(state.licenses().get(0).id()).isEqualTo(last.id());
        assertThat(json(state).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST_RECORD - 1_000);
    }

    private License segment(String product, Category category, Instant from) {
        return License.monthly(account, new Offer(product, category, true), 1_000_000, from);
    }

    private static String json(Object value) throws JsonProcessingException {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .writeValueAsString(value);
    }
}
