package dev.kontor.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the scripts under {@code deploy/} as a user would, with a home of their own. */
final class Script {

    private static final Path ROOT = Path.of(System.getProperty("kontor.root", "../.."));
    private static final long PATIENCE_MINUTES = 3;

    private final Path home;

    Script(Path home) {
        this.home = home;
    }

    /** Whether this machine has a program; where not, it is said loudly, since what needs it is not tested then. */
    static boolean isThere(String program) {
        var there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there) {
            System.err.println("NOT TESTED: " + program + " is missing");
        }
        return there;
    }

    /** What a script printed and how it ended. */
    record Outcome(int exitCode, List<String> lines) {

        String lastLine() {
            return lines.get(lines.size() - 1);
        }

        String text() {
            return String.join("\n", lines);
        }
    }

    Outcome run(String name, String... arguments) {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("deploy")
                .resolve(name)
                .toAbsolutePath()
                .normalize()
                .toString());
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("KONTOR_HOME", home.toString());
            var process = builder.start();
            process.getOutputStream().close();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(name + " did not end: " + lines);
            }
            return new Outcome(process.exitValue(), lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The last line of a script that must succeed. */
    String lastLineOf(String name, String... arguments) {
        var outcome = run(name, arguments);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(name + " ended with " + outcome.exitCode() + ": " + outcome.text());
        }
        return outcome.lastLine();
    }
}
