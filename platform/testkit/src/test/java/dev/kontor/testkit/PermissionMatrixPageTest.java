package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The matrix a person reads is the one the gateway enforces (domain.md, "Permissions by partner role"). */
class PermissionMatrixPageTest {

    private static final String COLUMN = "\\s*\\|\\s*";

    private static final Pattern PERMISSION = Pattern.compile("`([a-z-]+:[a-z]+)`");

    @Test
    void thePageSaysWhatThePolicySays() throws IOException {
        assertThat(page()).isEqualTo(policy());
    }

    private static Map<String, List<String>> page() {
        var rows = Docs.page("domain")
                .lines()
                .dropWhile(line -> !line.startsWith("### Permissions"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| "))
                .toList();
        var roles = cells(rows.get(0));
        var matrix = new TreeMap<String, List<String>>();
        for (var row : rows.subList(2, rows.size())) {
            var cells = cells(row);
            // A row of its own that is only planned; a row that is there says within its brackets what is missing.
            if (cells.get(0).endsWith("**(not yet built)**")) {
                continue;
            }
            var holders = new ArrayList<String>();
            for (var column = 1; column < roles.size(); column++) {
                if (cells.get(column).equals("x")) {
                    holders.add(roles.get(column));
                }
            }
            PERMISSION.matcher(cells.get(0)).results().forEach(permission -> matrix.put(permission.group(1), holders));
        }
        return matrix;
    }

    private static List<String> cells(String row) {
        return Arrays.asList(row.replaceAll("^\\|\\s*|\\s*\\|$", "").split(COLUMN, -1));
    }

    private static Map<String, List<String>> policy() throws IOException {
        var file = Docs.ROOT.resolve("gateway/policy/src/main/resources/policy.yaml");
        var yaml = new ObjectMapper(new YAMLFactory());
        return yaml.convertValue(yaml.readTree(file.toFile()).path("permissions"), new TypeReference<>() {});
    }
}
