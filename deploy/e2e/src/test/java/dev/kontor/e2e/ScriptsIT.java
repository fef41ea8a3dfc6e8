package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.e2e.RunningSuite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The scripts others call: what they print, and what they say when they can't. */
@ExtendWith(RunningSuite.class)
class ScriptsIT {

    @Test
    void aSecondStartSaysSoAndTheFirstRunsOn(Suite suite) {
        var second = suite.script().run("up", "--detach", "--no-build", "--port", "31080");

        assertThat(second.exitCode()).isNotZero();
        assertThat(second.lastLine()).contains("already runs");
        assertThat(suite.script().run("status").exitCode()).isZero();
    }

    @Test
    void aTakenPortIsNamed(Suite suite, @TempDir Path elsewhere) {
        var other = new Script(elsewhere).run("up", "--detach", "--no-build", "--port", String.valueOf(suite.port()));

        assertThat(other.exitCode()).isNotZero();
        assertThat(other.text()).contains(String.valueOf(suite.port()));
    }

    @Test
    void theClockOnlyGoesForward(Suite suite) {
        var now = suite.now();
        var back = suite.script().run("clock", now.minus(Duration.ofDays(1)).toString());
        assertThat(back.exitCode()).isNotZero();

        var moved = Instant.parse(suite.script().lastLineOf("clock", "+PT1H"));
        assertThat(moved).isAfterOrEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(suite.now()).isAfterOrEqualTo(moved);
    }

    @Test
    void aTokenSaysWhoItsBearerIsAndInWhichPrograms(Suite suite) {
        var name = "Script " + UUID.randomUUID();
        var partner = answered(
                        suite.caller("vendor-operator").post("/v1/partners", Situation.partner(name, "msp-flex")), 201)
                .jsonPath()
                .getString("id");
        var token = suite.script().lastLineOf("token", "partner-admin", "--partner", name, "--subject", "jana");

        var known =
                answered(new Caller(suite.url(), token).get("/v1/whoami"), 200).jsonPath();
        assertThat(known.getString("subject")).isEqualTo("jana");
        assertThat(known.getList("roles", String.class)).containsExactly("partner-admin");
        assertThat(known.getString("partnerId")).isEqualTo(partner);
        assertThat(known.getList("programs", String.class)).containsExactly("msp-flex");
    }

    @Test
    void aTokenOfAnUnknownRoleIsRefusedWithALine(Suite suite) {
        var outcome = suite.script().run("token", "emperor");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.lines()).hasSize(1);
    }

    @Test
    void theWalkGoesToItsEnd(Suite suite) {
        var walk = suite.script().run("walk", "--port", String.valueOf(suite.port()));

        assertThat(walk.exitCode()).as(walk.text()).isZero();
        assertThat(walk.text()).contains("partner-assistance-off");
    }

    @Test
    void aWalkWithoutASuiteSaysSo(@TempDir Path elsewhere) {
        var walk = new Script(elsewhere).run("walk", "--port", "1");

        assertThat(walk.exitCode()).isNotZero();
        assertThat(walk.lastLine()).contains("deploy/up");
    }

    @Test
    void downWithoutASuiteIsNoError(@TempDir Path elsewhere) {
        assertThat(new Script(elsewhere).run("down").exitCode()).isZero();
        assertThat(Files.exists(elsewhere.resolve("run"))).isFalse();
    }
}
