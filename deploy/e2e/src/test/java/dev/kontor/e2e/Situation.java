package dev.kontor.e2e;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The bodies of the stories' requests. */
final class Situation {

    static final String MONTHLY_PRODUCT = "endpoint-advanced";

    private Situation() {}

    static Map<String, Object> partner(String name, String... programs) {
        return Map.of(
                "name",
                name,
                "programs",
                List.of(programs),
                "contact",
                contact(),
                "region",
                "DE",
                "currency",
                "EUR",
                "locale",
                "de");
    }

    static Map<String, Object> trial(String name) {
        return Map.of(
                "name",
                name,
                "region",
                "DE",
                "accountType",
                "trial",
                "contact",
                contact(),
                "products",
                List.of(MONTHLY_PRODUCT, "email-advanced"));
    }

    static Map<String, Object> monthly(String name) {
        return Map.of(
                "name",
                name,
                "region",
                "DE",
                "accountType",
                "monthly",
                "contact",
                contact(),
                "products",
                List.of(MONTHLY_PRODUCT),
                "acceptTerms",
                true);
    }

    /** A trial that a customer starts itself. */
    static Map<String, Object> selfService(String name) {
        return Map.of(
                "name",
                name,
                "region",
                "DE",
                "accountType",
                "trial",
                "origin",
                "self-service",
                "contact",
                contact(),
                "products",
                List.of(MONTHLY_PRODUCT));
    }

    static Map<String, Object> managedOrder(String name) {
        return Map.of(
                "customer", Map.of("name", name, "region", "DE", "contact", contact()),
                "products", List.of(Map.of("code", MONTHLY_PRODUCT, "quantity", 25)));
    }

    static Map<String, Object> contact() {
        return Map.of(
                "firstName", "Petra",
                "lastName", "Krüger",
                "email", "petra.krueger@example.com",
                "phone", "+493012345678",
                "address",
                        Map.of(
                                "lines", List.of("Torstraße 1"),
                                "city", "Berlin",
                                "countryCode", "DE",
                                "postalCode", "10115"));
    }

    static byte[] logo(Color color) {
        var image = new BufferedImage(240, 80, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
