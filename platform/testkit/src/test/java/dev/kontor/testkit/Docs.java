package dev.kontor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The repository's own texts: the pages under {@code docs/}, and whatever may cite them. */
final class Docs {

    static final Path ROOT = Path.of(System.getProperty("kontor.root", "../.."));

    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\d+)\\. ");

    private static final Set<String> SOURCES =
            Set.of("java", "properties", "sql", "yaml", "yml", "md", "sh", "txt", "ts", "json", "xml", "lua");

    /** Made by a build or a running suite, never written by anybody. */
    private static final Set<String> MADE = Set.of("build", "generated", "node_modules", "target");

    /** Each is looked at by several tests. */
    private static final Map<Path, String> READ = new ConcurrentHashMap<>();

    private Docs() {}

    static String page(String name) {
        return read(ROOT.resolve("docs").resolve(name + ".md"));
    }

    /** The numbers of a page's rules or decisions, in order of the page. */
    static List<Integer> numbered(String page) {
        return NUMBERED.matcher(page(page))
                .results()
                .map(number -> Integer.valueOf(number.group(1)))
                .toList();
    }

    /** Whether a page has a heading, a table's row or a bold beginning that starts with these words. */
    static boolean hasSection(String page, String words) {
        return Pattern.compile("(?im)^(?:#+ |\\| |(?:\\d+\\. )?\\*\\*)" + Pattern.quote(words))
                .matcher(page(page))
                .find();
    }

    /** A page's headings, as links to them are written. */
    static Set<String> headings(Path page) {
        return read(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    static SortedSet<String> records() {
        var numbers = new TreeSet<String>();
        recordFiles().forEach(file -> numbers.add(file.getFileName().toString().substring(0, 3)));
        return numbers;
    }

    static List<Path> recordFiles() {
        try (var files = Files.list(ROOT.resolve("docs/adr"))) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every source of the repository, by its path from the root. */
    static List<Path> sources() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var name = folder.getFileName().toString();
                    var skipped = !folder.equals(ROOT) && (name.startsWith(".") || MADE.contains(name));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && isSource(file)) {
                        found.add(ROOT.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    private static boolean isSource(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var dot = name.lastIndexOf('.');
        // Scripts have no ending, but a first line that says what runs them.
        return dot < 0 ? read(file).startsWith("#!") : SOURCES.contains(name.substring(dot + 1));
    }

    static String read(Path file) {
        return READ.computeIfAbsent(file, Docs::text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Integer> upTo(int last) {
        return Stream.iterate(1, number -> number <= last, number -> number + 1);
    }
}
