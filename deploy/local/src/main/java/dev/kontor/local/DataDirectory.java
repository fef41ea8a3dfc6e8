package dev.kontor.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Everything one suite keeps: databases, topics, secrets, logs, and what runs on it now. */
record DataDirectory(Path root) {

    private static final String MARK = "kontor-data";
    private static final String BEGUN = "begun";
    private static final String COMPLETE = "complete";
    private static final String WITH_DEMO = "with demo data\n";
    private static final long ROOM = 256L * 1024 * 1024;

    DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(Service service) {
        return logs().resolve(service.key() + ".log");
    }

    /** What the servers inside the launcher complain about. */
    Path serverLog() {
        return logs().resolve("servers.log");
    }

    /** There while the suite is up and ready. */
    Path ready() {
        return run().resolve("ready");
    }

    Path run() {
        return root.resolve("run");
    }

    Path pid(Service service) {
        return run().resolve(service.key() + ".pid");
    }

    /** Names the process that runs the service in the suite's stead. */
    Path taken(Service service) {
        return run().resolve(service.key() + ".taken");
    }

    Path demo() {
        return root.resolve("demo.properties");
    }

    boolean isBegun() {
        return Files.exists(root.resolve(BEGUN));
    }

    /** Begins a first start, or goes on with one as it began; true with demo data. */
    boolean begin(boolean demo) throws IOException {
        if (!isBegun()) {
            Files.writeString(root.resolve(BEGUN), demo ? WITH_DEMO : "");
        }
        return Files.readString(root.resolve(BEGUN)).equals(WITH_DEMO);
    }

    /** Whether a first start came to its end here, demo data and all. */
    boolean isComplete() {
        return Files.exists(root.resolve(COMPLETE));
    }

    void complete() throws IOException {
        Files.writeString(root.resolve(COMPLETE), "");
    }

    /** Where the vendor's partner API gets its certificates. */
    LabCertificates certificates() throws IOException {
        return new LabCertificates(root.resolve("tls"), secrets().password("tls"));
    }

    Secrets secrets() {
        return new Secrets(root.resolve("secrets"));
    }

    /** Creates the folders, or says in one line why they can't be. */
    void prepare() {
        try {
            if (Files.exists(root) && !isOurs() && !isEmpty()) {
                throw new Refusal(root + " holds other files and no Kontor data; choose another --data");
            }
            Directories.createPrivate(root);
            for (var folder : List.of(logs(), run(), kafka())) {
                Directories.createPrivate(folder);
            }
            Files.writeString(root.resolve(MARK), "Data of a local Kontor suite; deploy/up --fresh wipes it.\n");
            var room = Files.getFileStore(root).getUsableSpace();
            if (room < ROOM) {
                throw new Refusal("Disk full: " + root + " has " + room / 1024 / 1024 + " MiB left, Kontor needs "
                        + ROOM / 1024 / 1024);
            }
        } catch (IOException e) {
            throw new Refusal("Can't write to the data directory " + root + ": " + reason(e));
        }
    }

    /** Takes everything away, if it is a suite's data and nothing else. */
    void wipe() {
        try {
            if (!Files.exists(root) || isEmpty()) {
                return;
            }
            if (!isOurs()) {
                throw new Refusal(root + " doesn't look like Kontor data; --fresh leaves it alone");
            }
            try (var entries = Files.list(root)) {
                for (var entry : (Iterable<Path>) entries::iterator) {
                    Directories.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new Refusal("Can't wipe " + root + ": " + reason(e));
        }
    }

    boolean isOurs() {
        return Files.isRegularFile(root.resolve(MARK));
    }

    /** The lock a running suite holds, or null if another process has it; the system frees it even after kill -9. */
    FileLock lock() throws IOException {
        var channel = FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            // same answer as for another process
        }
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    boolean isRunning() throws IOException {
        if (!Files.isDirectory(run())) {
            return false;
        }
        var lock = lock();
        if (lock == null) {
            return true;
        }
        // The channel too, at once: closed by the collector later it would take the suite's own lock with it (POSIX).
        lock.acquiredBy().close();
        return false;
    }

    private boolean isEmpty() throws IOException {
        try (var entries = Files.list(root)) {
            // The note where a suite runs may lie here before any data do.
            return entries.allMatch(entry -> entry.endsWith(Home.NOTE));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
