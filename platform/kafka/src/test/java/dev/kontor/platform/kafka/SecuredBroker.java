package dev.kontor.platform.kafka;

import dev.kontor.local.KafkaBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A broker with a listener that takes SASL over TLS only, whose certificate is known to those who have its key store. */
record SecuredBroker(KafkaBroker broker, int port, Path keyStore) implements AutoCloseable {

    static final String PASSWORD = "for-tests-only";

    /** The broker runs in this process, and clients are refused on purpose: what either says of it is no news. */
    private static final List<Logger> SILENT = Stream.of("org.apache.kafka", "kafka", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    static SecuredBroker start(Path data) throws Exception {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        var keyStore = data.resolve("broker.p12");
        certify(keyStore);
        var ports = freePorts();
        var open = "PLAINTEXT://127.0.0.1:" + ports.get(0);
        var secured = "SECURED://127.0.0.1:" + ports.get(2);
        var settings = new HashMap<>(Map.of(
                "listeners",
                open + ",CONTROLLER://127.0.0.1:" + ports.get(1) + "," + secured,
                "advertised.listeners",
                open + "," + secured,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL",
                "listener.name.secured.ssl.keystore.location",
                keyStore.toString(),
                "listener.name.secured.ssl.keystore.password",
                PASSWORD,
                "listener.name.secured.ssl.keystore.type",
                "PKCS12",
                "listener.name.secured.sasl.enabled.mechanisms",
                Arrays.stream(Mechanism.values()).map(Mechanism::saslName).collect(Collectors.joining(","))));
        for (var mechanism : Mechanism.values()) {
            settings.put(
                    "listener.name.secured." + mechanism.saslName().toLowerCase(Locale.ROOT) + ".sasl.jaas.config",
                    mechanism.ofTheBroker());
        }
        var broker = KafkaBroker.start(data.resolve("kafka"), ports.get(0), ports.get(1), settings);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion("kontor", scram, PASSWORD)))
                    .all()
                    .get();
        }
        return new SecuredBroker(broker, ports.get(2), keyStore);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** What a deployment would set to be let in. */
    Map<String, String> environment(Mechanism mechanism, String password) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", address(),
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_MECHANISM", mechanism.saslName(),
                "KAFKA_SASL_JAAS_CONFIG", mechanism.ofTheClient(password),
                "KAFKA_SSL_TRUSTSTORE_LOCATION", keyStore.toString(),
                "KAFKA_SSL_TRUSTSTORE_PASSWORD", PASSWORD,
                "KAFKA_SSL_TRUSTSTORE_TYPE", "PKCS12");
    }

    @Override
    public void close() {
        broker.close();
    }

    private static void certify(Path keyStore) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var arguments = "-genkeypair -alias broker -keyalg EC -dname CN=broker -ext SAN=ip:127.0.0.1 -storetype PKCS12"
                + " -storepass "
                + PASSWORD + " -keystore " + keyStore;
        var command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(arguments.split(" ")));
        var status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("keytool made no certificate");
        }
    }

    private static List<Integer> freePorts() throws IOException {
        try (var one = listen();
                var two = listen();
                var three = listen()) {
            return List.of(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
