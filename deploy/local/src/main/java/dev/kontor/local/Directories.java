package dev.kontor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

final class Directories {

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

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

    /** A folder that nobody but this user can look into, also where it is there already. */
    static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNERS));
        Files.setPosixFilePermissions(folder, OWNERS);
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
