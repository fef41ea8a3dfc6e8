package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision record says when it was made and whether it holds, and stands in the index. */
class DecisionRecordsTest {

    private static final Pattern TITLE = Pattern.compile("# (\\d{3}) (\\S.*)");

    private static final Pattern STATUS =
            Pattern.compile("Status: (?:proposed|accepted|superseded(?: in part)? by \\[\\d{3}]\\(\\S+\\))"
                    + " · Date: \\d{4}-\\d{2}-\\d{2}(?: · Revised: \\d{4}-\\d{2}-\\d{2})?");

    static List<Path> records() {
        return Docs.recordFiles();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordHasNumberTitleStatusAndDate(Path record) {
        var lines = Docs.read(record).lines().limit(3).toList();
        var title = TITLE.matcher(lines.get(0));
        assertThat(title.matches()).as(lines.get(0)).isTrue();
        assertThat(record.getFileName().toString()).startsWith(title.group(1) + "-");
        assertThat(lines.get(1)).isEmpty();
        assertThat(lines.get(2)).matches(STATUS);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordStandsInTheIndexByItsTitle(Path record) {
        var title = TITLE.matcher(Docs.read(record).lines().findFirst().orElseThrow());
        assertThat(title.matches()).isTrue();
        assertThat(Docs.read(Docs.ROOT.resolve("docs/adr/README.md")))
                .contains("| [%s](%s) | %s |".formatted(title.group(1), record.getFileName(), title.group(2)));
    }

    @Test
    void noTwoRecordsShareANumber() {
        assertThat(Docs.records()).hasSameSizeAs(Docs.recordFiles());
    }
}
