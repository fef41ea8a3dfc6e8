package dev.kontor.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The commands behind the scripts in {@code deploy}. */
final class Main {

    static final String REPOSITORY = "kontor.repository";

    private Main() {}

    public static void main(String[] args) {
        ServerLog.quiet();
        try {
            System.exit(run(
                    args.length == 0 ? "" : args[0],
                    Arrays.asList(args).subList(Math.min(1, args.length), args.length)));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
        } catch (IOException | RuntimeException e) {
            System.err.println("Kontor stopped on " + e);
        } catch (InterruptedException e) {
            System.err.println("Interrupted");
        }
        System.exit(1);
    }

    private static int run(String command, List<String> line) throws IOException, InterruptedException {
        var out = System.out;
        var repository = Path.of(System.getProperty(REPOSITORY, "."));
        var home = Home.of(System.getenv(), repository);
        switch (command) {
            case "up" -> new UpCommand(repository, home, UpCommand.options(line), out).run();
            case "down" -> {
                withoutOptions(command, line);
                DownCommand.run(home, out);
            }
            case "token" -> {
                var options = TokenCommand.options(line);
                out.println(new TokenCommand(home.running()).run(options));
            }
            case "clock" -> {
                var clock = new SuiteClock(new Http(), home.running().ports());
                out.println(SuiteClock.format(clock(clock, line)));
            }
            case "status" -> {
                withoutOptions(command, line);
                return new StatusCommand(home.running(), out).run() ? 0 : 1;
            }
            case "dev" -> new DevCommand(home.running(), out).run(line);
            default -> throw new Refusal("One of up, down, token, clock, status, dev");
        }
        return 0;
    }

    private static Instant clock(SuiteClock clock, List<String> line) {
        if (line.size() > 1) {
            throw new Refusal("Usage: deploy/clock [INSTANT | +P1D]");
        }
        var now = clock.now();
        return line.isEmpty() ? now : clock.moveTo(ClockMove.target(line.get(0), now));
    }

    private static void withoutOptions(String command, List<String> line) {
        if (!line.isEmpty()) {
            throw new Refusal("deploy/" + command + " takes no options");
        }
    }
}
