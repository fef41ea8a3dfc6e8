package dev.kontor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes a program loaded, parsed once and mapped at its next start (CDS), which spares a service a third of its
 * start. It lies beside the jar it belongs to; the JVM ignores one that does not fit.
 */
record ClassArchive(Path jar, Path file) {

    // What can't be archived is no news to anybody.
    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    static ClassArchive of(Path jar, Path folder, String name) {
        return new ClassArchive(jar, folder.resolve(name + "-" + Runtime.version() + ".jsa"));
    }

    static ClassArchive ofLauncher(Path repository) throws IOException {
        var target = repository.resolve("deploy/local/target");
        try (var jars = Files.newDirectoryStream(target, "kontor-local-*.jar")) {
            return new ClassArchive(jars.iterator().next(), target.resolve("launcher.jsa"));
        }
    }

    /** Options that use the archive where there is one, or else have the JVM write it when it ends. */
    List<String> options(boolean make) throws IOException {
        if (isCurrent()) {
            return with("-XX:SharedArchiveFile=" + file);
        }
        if (!make) {
            return List.of();
        }
        Files.deleteIfExists(unfinished());
        return with("-XX:ArchiveClassesAtExit=" + unfinished());
    }

    /** Puts what an orderly end has written in its place, never over a file that others map. */
    void keep() throws IOException {
        if (Files.exists(unfinished())) {
            Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    boolean isCurrent() throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static List<String> with(String option) {
        return List.of(option, QUIET.get(0), QUIET.get(1));
    }
}
