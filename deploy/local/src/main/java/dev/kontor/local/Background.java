package dev.kontor.local;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts and stops of servers, side by side. */
final class Background {

    private Background() {}

    static <T> CompletableFuture<T> call(Callable<T> work) {
        var result = new CompletableFuture<T>();
        var thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Waits for a start to end either way, then closes what it gave. */
    static void close(CompletableFuture<? extends AutoCloseable> started) {
        try {
            var server = started.join();
            quietly(server::close);
        } catch (CompletionException neverStarted) {
            // its failure was reported where the start was awaited
        }
    }

    static void quietly(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            System.err.println(e.getMessage());
        }
    }

    interface Step {
        void run() throws Exception;
    }
}
