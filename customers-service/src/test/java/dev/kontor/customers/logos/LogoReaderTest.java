package dev.kontor.customers.logos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.platform.web.Problem;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many logos are read at once. */
class LogoReaderTest {

    @Test
    void whoFindsNoPlaceMayComeAgain() throws IOException {
        var full = new LogoReader(0, Duration.ZERO);
        var logo = Images.filled(3, 3, "png");

        var refusal = catchThrowableOfType(Problem.class, () -> full.read(logo));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.code()).isEqualTo("service-unavailable");
        assertThat(refusal.headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void aPlaceIsGivenBackAlsoAfterARefusal() throws IOException {
        var reader = new LogoReader(1, Duration.ZERO);

        assertThatThrownBy(() -> reader.read(new byte[0])).isInstanceOf(Problem.class);

        assertThat(reader.read(Images.filled(3, 3, "png"))).isNotNull();
    }
}
