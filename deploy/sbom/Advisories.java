import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Compares what the suite is made of (a CycloneDX SBOM) with the versions that advisories ask for; ends with 1 where
 * something is older, so that a downgrade stops the build.
 *
 * <p>{@code java Advisories.java SBOM.xml NOT-BELOW.csv}
 */
class Advisories {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private record Rule(String library, String notBelow, String advisory) {}

    public static void main(String... arguments) throws Exception {
        var parts = parts(Path.of(arguments[0]));
        var rules = rules(Path.of(arguments[1]));
        var complaints = new ArrayList<String>();
        for (var rule : rules) {
            var versions = parts.getOrDefault(rule.library(), new TreeSet<>());
            if (versions.isEmpty()) {
                complaints.add(rule.library() + " is no longer part of the suite: take it off the list");
            }
            for (var version : versions) {
                if (isBelow(version, rule.notBelow())) {
                    complaints.add(
                            rule.library() + " " + version + " is below " + rule.notBelow() + " " + rule.advisory());
                }
            }
        }
        complaints.forEach(complaint -> System.err.println("advisories: " + complaint));
        System.out.println("advisories: " + rules.size() + " libraries looked at, " + complaints.size() + " too old");
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /** The versions of each library, by group and name. */
    private static Map<String, TreeSet<String>> parts(Path sbom) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var components = factory.newDocumentBuilder().parse(sbom.toFile()).getElementsByTagName("component");
        var parts = new TreeMap<String, TreeSet<String>>();
        for (var i = 0; i < components.getLength(); i++) {
            var component = (Element) components.item(i);
            parts.computeIfAbsent(text(component, "group") + ":" + text(component, "name"), library -> new TreeSet<>())
                    .add(text(component, "version"));
        }
        return parts;
    }

    private static String text(Element component, String name) {
        for (var child = component.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent();
            }
        }
        return "";
    }

    private static List<Rule> rules(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .map(columns -> new Rule(columns[0], columns[1], columns[2]))
                .toList();
    }

    /** By the numbers in it alone: {@code 4.1.139.Final} is 4, 1, 139. */
    private static boolean isBelow(String version, String least) {
        return Arrays.compare(numbers(version), numbers(least)) < 0;
    }

    private static int[] numbers(String version) {
        return NUMBER.matcher(version)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }
}
