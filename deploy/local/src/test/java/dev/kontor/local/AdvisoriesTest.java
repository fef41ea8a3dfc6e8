package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library older than an advisory asks for stops the build. */
class AdvisoriesTest {

    private static final Path ROOT = Path.of(System.getProperty("kontor.root"));
    private static final Path PROGRAM = ROOT.resolve("deploy/sbom/Advisories.java");

    @TempDir
    private Path folder;

    @Test
    void theVersionAskedForAndNewerOnesPass() throws Exception {
        assertThat(check("4.1.138.Final", "4.1.138.Final")).isZero();
        assertThat(check("4.1.138.Final", "4.2.0.Final")).isZero();
    }

    @Test
    void anOlderOneFails() throws Exception {
        assertThat(check("4.1.138.Final", "4.1.99.Final")).isEqualTo(1);
    }

    @Test
    void theWrapperKnowsTheChecksumOfWhatItLoads() throws IOException {
        var wrapper = new Properties();
        try (var file = Files.newBufferedReader(ROOT.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
            wrapper.load(file);
        }
        assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
        assertThat(wrapper.getProperty("distributionUrl")).startsWith("https://");
    }

    @Test
    void soDoesALineForWhatIsNoLongerThere() throws Exception {
        Files.writeString(folder.resolve("list.csv"), "library,notBelow,advisory,why\na:gone,1,CVE-1,x\n");

        assertThat(check("1")).isEqualTo(1);
    }

    private int check(String notBelow, String version) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("list.csv"),
                "library,notBelow,advisory,why\na:b," + notBelow + ",CVE-1,\"why, in words\"\n");
        return check(version);
    }

    private int check(String version) throws IOException, InterruptedException {
        var sbom = folder.resolve("bom.xml");
        Files.writeString(
                sbom,
                "<bom><components><component><group>a</group><name>b</name><version>" + version
                        + "</version><hashes><hash>0</hash></hashes></component></components></bom>");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        PROGRAM.toString(),
                        sbom.toString(),
                        folder.resolve("list.csv").toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("libraries looked at");
        return process.waitFor();
    }
}
