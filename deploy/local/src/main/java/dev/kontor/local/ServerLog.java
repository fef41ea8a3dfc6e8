package dev.kontor.local;

import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what PostgreSQL, Kafka and the issuer complain about to a file, and nothing to the terminal. */
final class ServerLog {

    // Kept here, since a logger nobody holds forgets its level.
    private static final Logger ROOT = Logger.getLogger("");

    private ServerLog() {}

    static void quiet() {
        ROOT.setLevel(Level.WARNING);
        for (var handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
    }

    static void to(DataDirectory data) throws IOException {
        Handler file = new FileHandler(data.serverLog().toString(), 4 * 1024 * 1024, 1, true);
        file.setFormatter(new SimpleFormatter());
        ROOT.addHandler(file);
    }
}
