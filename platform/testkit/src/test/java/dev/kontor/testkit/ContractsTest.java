package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code contracts/events} holds what is told, all of it, and nothing else. */
class ContractsTest {

    private static final Pattern TELLS =
            Pattern.compile("Fact\\.(of|tombstone)\\(|new CloudEvent\\(|\\btell\\w*\\(|TOLD\\b");
    private static final Pattern TYPE = Pattern.compile("\"([a-z]+(-[a-z]+)*\\.[a-z-]*(ed|wn|ten)|heartbeat)\"");
    private static final Path ROOT = Path.of(System.getProperty("kontor.root"));

    @Test
    void whatTheServicesTellHasAFileAndEachFileIsOfSomethingTold() {
        assertThat(literals("src/main/java", TELLS)).isEqualTo(types());
    }

    @Test
    void eachFileIsReadByATest() {
        assertThat(literals("src/test/java", Pattern.compile("Contract\\.of\\(|assertTold\\(")))
                .containsAll(types());
    }

    @Test
    void aFileIsNamedAfterItsType() {
        assertThat(Contract.all())
                .allSatisfy(
                        event -> assertThat(Contract.of(event.type()).topic()).startsWith("kontor."));
    }

    @Test
    void aFixtureHasTheFieldsOfTheContractAndNoOther() {
        var event = Contract.of("customer.created");

        assertThatThrownBy(() -> event.with("state.status", "active")).hasMessageContaining("no state.status");
        assertThatThrownBy(() -> event.with("state.version", "one")).hasMessageContaining("state.version");
        assertThatThrownBy(() -> event.with("event", Contract.read("{}"))).hasMessageContaining("event");
        assertThatThrownBy(() -> event.key("partner/1")).hasMessageContaining("partner");
        assertThatThrownBy(() ->
                        Contract.requireKept("kontor.customers.v1", "customer.created", "{\"event\":{},\"state\":{}}"))
                .hasMessageContaining("customer.created");
    }

    private static Set<String> types() {
        return Contract.all().stream().map(Contract::type).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals(String folder, Pattern where) {
        try (var modules = Files.list(ROOT)) {
            return modules.filter(module ->
                            module.endsWith("gateway") || module.toString().endsWith("-service"))
                    .flatMap(module -> sources(module.resolve(folder)))
                    .filter(source -> where.matcher(source).find())
                    .flatMap(source -> TYPE.matcher(source).results().map(type -> type.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(ContractsTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
