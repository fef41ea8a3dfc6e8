package dev.kontor.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Ends TLS on 127.0.0.1 and hands the bytes to the gateway, as something in front of it does elsewhere. */
final class TlsDoor implements AutoCloseable {

    private static final int WAITING = 64;
    private static final int PATIENCE_MS = 120_000;

    private final ServerSocket server;
    private final int gateway;
    /** Two for each connection: one for each direction. */
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "tls-door");
        thread.setDaemon(true);
        return thread;
    });

    private TlsDoor(ServerSocket server, int gateway) {
        this.server = server;
        this.gateway = gateway;
    }

    static TlsDoor open(SSLContext tls, int port, int gateway) throws IOException {
        var server = tls.getServerSocketFactory().createServerSocket(port, WAITING, InetAddress.getLoopbackAddress());
        var door = new TlsDoor(server, gateway);
        var accepting = new Thread(door::accept, "tls-door-accepts");
        accepting.setDaemon(true);
        accepting.start();
        return door;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                workers.execute(() -> serve(client));
            } catch (IOException closedOrBroken) {
                // The next one may do better; a closed server ends the loop.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var inside = new Socket(InetAddress.getLoopbackAddress(), gateway)) {
            client.setSoTimeout(PATIENCE_MS);
            var requests = workers.submit(() -> pump(client, inside));
            pump(inside, client);
            requests.cancel(true);
        } catch (IOException over) {
            // Whoever is at the other end sees that it is.
        }
    }

    /** Until one side ends; then the other's end is told, so that its pump ends too. */
    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException over) {
            // Both sockets are closed with their streams.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyGone) {
            // What is closed anyway.
        }
        workers.shutdownNow();
    }
}
