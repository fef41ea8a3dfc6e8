package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.kontor.gateway.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The build step: reads every service's document and writes {@code openapi.yaml}. */
public final class PublishedDocument {

    static final List<String> SERVICES = List.of("billing", "customers", "licensing", "reporting");

    static final ObjectMapper JSON = new ObjectMapper();
    static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private PublishedDocument() {}

    /**
     * Runs the step.
     *
     * @param args the checkout, and where to write
     */
    public static void main(String[] args) throws IOException {
        var target = Files.createDirectories(Path.of(args[1]));
        var document = of(Path.of(args[0])).document();
        Files.writeString(target.resolve("openapi.yaml"), YAML.writeValueAsString(document));
    }

    /** The document, and what of services and policy is not in it, for a checkout with its services built. */
    static Publication of(Path checkout) throws IOException {
        var documents = new ArrayList<ServiceDocument>();
        var ours = checkout.resolve("gateway/openapi/src/main/openapi");
        documents.add(new ServiceDocument("gateway", tree(ours.resolve("gateway.yaml"))));
        for (var service : SERVICES) {
            documents.add(new ServiceDocument(
                    service, tree(checkout.resolve(service + "-service/target/openapi/openapi.json"))));
        }
        return new Publication(PolicyFile.load(), documents, new Examples(checkout)).make();
    }

    private static ObjectNode tree(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file.normalize() + " is missing: the services are built before the gateway."
                    + " Build it with them: ./mvnw -pl gateway -am package");
        }
        return (ObjectNode) YAML.readTree(file.toFile());
    }
}
