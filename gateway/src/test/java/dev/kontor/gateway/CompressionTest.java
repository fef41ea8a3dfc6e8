package dev.kontor.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON from 1 KiB on is gzipped where asked for, unless it holds a secret (api.md, "every answer"; decision 035). */
@GatewayTest
class CompressionTest {

    private final UUID partner = Ids.next();

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    private Response get(String path, String coding) {
        var request = given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner));
        return (coding == null ? request : request.header("Accept-Encoding", coding)).get(path);
    }

    private static String unzipped(Response response) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.asByteArray()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "br;q=1.0, GZIP;q=0.5", "*", "x-gzip", "deflate, gzip, br, zstd"})
    void aListIsZippedForWhoTakesIt(String coding) throws IOException {
        var plain = get("/v1/customers?stub=list", null);

        var zipped = get("/v1/customers?stub=list", coding);

        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.asByteArray().length).isLessThan(plain.asByteArray().length / 5);
        assertThat(unzipped(zipped)).isEqualTo(new String(plain.asByteArray(), StandardCharsets.UTF_8));
        assertThat(zipped.headers().getValues("Vary")).contains("Accept-Encoding");
        assertThat(plain.headers().getValues("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "identity", "gzip;q=0", "gzip;q=0, *", "*;q=0", "garbage;;", ""})
    void andPlainForEverybodyElse(String coding) {
        get("/v1/customers?stub=list", coding)
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue())
                .header("ETag", equalTo("\"1.a\""));
    }

    @Test
    void neitherASecretNorALittleIsZipped() {
        get("/v1/customers?stub=secret", "gzip").then().header("Content-Encoding", nullValue());
        get("/v1/whoami", "gzip").then().header("Content-Encoding", nullValue());
    }

    @Test
    void whatTheGatewayAnswersItselfIsZippedToo() throws IOException {
        var policy = get("/v1/policy", "gzip");

        assertThat(policy.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(unzipped(policy)).startsWith("{\"permissions\"");
    }

    /** Other bytes have another tag (RFC 9110, section 8.8.3), and services know theirs only. */
    @Test
    void aTagSaysHowItsAnswerCameAndIsKnownWhenItComesBack() {
        assertThat(get("/v1/customers?stub=list", "gzip").header("ETag")).isEqualTo("\"1.a.gz\"");

        var mark = "mark=" + Ids.next();
        given().header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner))
                .header("If-None-Match", "\"1.a.gz\"")
                .get("/v1/customers?stub=not-modified&" + mark)
                .then()
                .statusCode(304)
                .header("ETag", equalTo("\"1.a.gz\""));
        assertThat(Stub.seen(mark))
                .singleElement()
                .satisfies(sight -> assertThat(sight.get("headers").toString()).contains("if-none-match=\"1.a\""));
    }
}
