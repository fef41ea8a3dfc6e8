package dev.kontor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which packages write which tables, by their sources: an entity writes its own, and a statement the one it names. */
final class TableWriters {

    private static final Set<String> PLATFORM =
            Set.of("outbox", "inbox", "dead_letter", "idempotency_key", "job", "job_item", "job_turn");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"(?!\")");
    private static final Pattern WRITING = Pattern.compile(
            "\\b(?:(?:insert\\s+into|merge\\s+into|delete\\s+from|truncate(?:\\s+table)?)\\s+(?:only\\s+)?(?:public\\.)?(\\w+)"
                    + "|update\\s+(?:only\\s+)?(?:public\\.)?(\\w+)(?:\\s+(?:as\\s+)?\\w+)?\\s+set\\s"
                    + "|CopyTable\\.of\\(\"(\\w+)\")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY =
            Pattern.compile("^@Entity\\b(?:(?!^}).)*?\\bclass\\s+(\\w+)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TABLE = Pattern.compile("^@Table\\(.*?name\\s*=\\s*\"(\\w+)\"", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package\\s+([\\w.]+);", Pattern.MULTILINE);

    private final Map<String, String> tablesByEntity = new TreeMap<>();
    private final Map<String, Set<String>> packagesByTable = new TreeMap<>();

    /** Of every source in that folder and below. */
    static TableWriters in(Path folder) {
        try (var files = Files.walk(folder)) {
            return of(files.filter(file -> file.toString().endsWith(".java"))
                    .map(TableWriters::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TableWriters of(Iterable<String> sources) {
        var writers = new TableWriters();
        sources.forEach(writers::entity);
        sources.forEach(writers::statements);
        return writers;
    }

    /** Those that more than one package writes, and the platform's, with who writes them. */
    Map<String, Set<String>> broken() {
        return packagesByTable.entrySet().stream()
                .filter(table -> table.getValue().size() > 1 || PLATFORM.contains(table.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private void entity(String source) {
        var entity = ENTITY.matcher(source);
        if (entity.find()) {
            var table = TABLE.matcher(source);
            var name = table.find() ? table.group(1) : snakeCase(entity.group(1));
            tablesByEntity.put(entity.group(1), name);
            writes(source, name);
        }
    }

    private void statements(String source) {
        var statements =
                CONCATENATION.matcher(COMMENT.matcher(source).replaceAll(" ")).replaceAll("");
        var writing = WRITING.matcher(statements);
        while (writing.find()) {
            var named = Stream.of(writing.group(1), writing.group(2), writing.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            writes(source, tablesByEntity.getOrDefault(named, named.toLowerCase(Locale.ROOT)));
        }
    }

    private void writes(String source, String table) {
        var declared = PACKAGE.matcher(source);
        if (!declared.find()) {
            throw new IllegalArgumentException("A source without a package");
        }
        packagesByTable.computeIfAbsent(table, any -> new TreeSet<>()).add(declared.group(1));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
