package dev.kontor.customers.managementrequests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The states of a management request (domain.md rule 4). */
class ManagementRequestTest {

    private static final Instant ASKED = Instant.parse("2026-11-27T14:00:00Z");
    private static final Instant LATER = ASKED.plus(Duration.ofDays(3));
    private static final List<BiConsumer<ManagementRequest, Instant>> DECISIONS =
            List.of(ManagementRequest::approve, ManagementRequest::decline, ManagementRequest::withdraw);

    @Test
    void anOpenRequestIsApprovedDeclinedOrWithdrawnOnce() {
        for (var first : DECISIONS) {
            for (var second : DECISIONS) {
                var request = open();
                first.accept(request, LATER);
                assertThat(request.view(LATER).decidedAt()).isEqualTo(LATER);
                assertThatThrownBy(() -> second.accept(request, LATER))
                        .isInstanceOf(Problem.class)
                        .hasMessage("management-request-closed");
            }
        }
    }

    @Test
    void after30DaysItHasExpiredWhetherOrNotAnybodyNoticed() {
        var end = ASKED.plus(Duration.ofDays(30));
        var request = open();

        assertThat(request.stateAt(end.minusNanos(1_000))).isEqualTo(RequestState.REQUESTED);
        assertThat(request.view(end).state()).isEqualTo(RequestState.EXPIRED);
        assertThat(request.view(end.plusSeconds(9)).decidedAt()).isEqualTo(end);
        for (var decision : DECISIONS) {
            assertThatThrownBy(() -> decision.accept(request, end)).hasMessage("management-request-closed");
        }
        request.expire();
        assertThat(request.told().decidedAt()).isEqualTo(end);
    }

    @Test
    void whatWasAnsweredNeverExpires() {
        var request = open();
        request.decline(LATER);

        assertThat(request.stateAt(ASKED.plus(Duration.ofDays(99)))).isEqualTo(RequestState.DECLINED);
    }

    private static ManagementRequest open() {
        return ManagementRequest.ask(
                new ManagementRequest.Asking(new UUID(0, 1), "Nordwind IT GmbH", "anna"), new UUID(0, 2), null, ASKED);
    }
}
