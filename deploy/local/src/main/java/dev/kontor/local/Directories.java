package dev.kontor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

final class Directories {

    private Directories() {}

    /** A folder of this user that outlives builds, for what is unpacked once. */
    static Path cache(String name) throws IOException {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        var cache = base.resolve("kontor").resolve(name);
        try {
            return Files.createDirectories(cache);
        } catch (IOException homeIsReadOnly) {
            return Files.createDirectories(
                    Path.of(System.getProperty("java.io.tmpdir"), "kontor-" + System.getProperty("user.name"), name));
        }
    }

    static void delete(Path directory) throws IOException {
        try (var tree = Files.walk(directory)) {
            for (var path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException alreadyGone) {
            // nothing left to delete
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
