package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/** Prints how many milliseconds each of many dashboards took JasperReports, warm: its template compiled, its logos read. */
final class JasperBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> WORDS = Map.of(
            "healthy", "In Ordnung",
            "at-risk", "Gefährdet",
            "unhealthy", "Befallen",
            "delivered", "Zugestellt",
            "spam", "Spam",
            "phishing", "Phishing",
            "malware", "Schadsoftware",
            "quarantined", "In Quarantäne");

    private JasperBench() {}

    /** {@code FOLDER WARM RUNS PDF}. */
    public static void main(String[] args) throws IOException, JRException {
        Path folder = Path.of(args[0]);
        byte[] json = Files.readAllBytes(folder.resolve("dashboard.json"));
        var partner = SimpleDataRenderer.getInstance(Files.readAllBytes(folder.resolve("partner.png")));
        var customer = SimpleDataRenderer.getInstance(Files.readAllBytes(folder.resolve("customer.png")));
        JasperReport template;
        try (InputStream in = JasperBench.class.getResourceAsStream("/dashboard.jrxml")) {
            template = JasperCompileManager.compileReport(in);
        }
        int warm = Integer.parseInt(args[1]);
        int runs = Integer.parseInt(args[2]);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        for (int i = 0; i < warm + runs; i++) {
            long begun = System.nanoTime();
            Map<String, Object> parameters = parameters(JSON.readTree(json));
            parameters.put("PARTNER", partner);
            parameters.put("CUSTOMER", customer);
            pdf.reset();
            JasperExportManager.exportReportToPdfStream(
                    JasperFillManager.fillReport(template, parameters, new JREmptyDataSource(0)), pdf);
            if (i >= warm) {
                System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - begun) / 1e6);
            }
        }
        Files.write(Path.of(args[3]), pdf.toByteArray());
    }

    private static Map<String, Object> parameters(JsonNode snapshot) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, Locale.GERMAN);
        parameters.put("TITLE", snapshot.at("/dashboard/de").asText());
        parameters.put("NAME", snapshot.at("/customer/name").asText());
        Map<String, Integer> numbers = new HashMap<>();
        for (JsonNode widget : snapshot.get("widgets")) {
            String type = widget.get("type").asText().toUpperCase(Locale.ROOT);
            String name = type + numbers.merge(type, 1, Integer::sum);
            parameters.put(name + "_TITLE", widget.at("/title/de").asText());
            JsonNode figures = widget.get("figures");
            List<Map<String, ?>> rows = new ArrayList<>();
            if (type.equals("TABLE")) {
                figures.at("/table/rows")
                        .forEach(row -> rows.add(Map.of(
                                "device", row.get(0).asText(),
                                "status", WORDS.get(row.get(1).asText()),
                                "lastSeen", row.get(2).asText(),
                                "threats", row.get(3).asText())));
            } else {
                figures.get("parts")
                        .forEach(part -> rows.add(Map.of(
                                "label", WORDS.get(part.get("label").asText()),
                                "value", part.get("value").decimalValue())));
            }
            parameters.put(name, new JRMapCollectionDataSource(rows));
        }
        return parameters;
    }
}
