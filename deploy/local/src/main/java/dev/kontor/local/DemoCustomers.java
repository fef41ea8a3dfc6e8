package dev.kontor.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Who the demo partners look after. */
final class DemoCustomers {

    /** One customer to create: monthly accounts name monthly products, trials any. */
    record Plan(String name, boolean monthly, List<String> products, int users) {

        private static Plan monthly(String name, int users, String... products) {
            return new Plan(name, true, List.of(products), users);
        }

        private static Plan trial(String name, int users, String... products) {
            return new Plan(name, false, List.of(products), users);
        }
    }

    /** From when on the customers of a partner are there: two months ago, one month ago, now. */
    record Waves(List<Plan> first, List<Plan> second, List<Plan> third) {}

    static final Waves NORDWIND = new Waves(
            List.of(
                    Plan.monthly("Backhaus Petersen GmbH", 18, "endpoint-essentials", "server-essentials"),
                    Plan.monthly("Bauhof Lindemann KG", 34, "endpoint-advanced"),
                    Plan.monthly("Deichblick Hotels GmbH", 72, "endpoint-advanced", "server-advanced"),
                    Plan.monthly("Elbtal Logistik AG", 240, "endpoint-complete", "server-complete", "uem-standard"),
                    Plan.monthly("Fördekliniken gGmbH", 610, "endpoint-complete", "server-complete"),
                    Plan.monthly("Gärtnerei Sommer", 9, "endpoint-essentials"),
                    Plan.monthly("Hansekontor Steuerberatung", 27, "endpoint-advanced", "server-essentials"),
                    Plan.monthly(
                            "Jensen Maschinenbau GmbH", 155, "endpoint-advanced", "server-advanced", "uem-advanced"),
                    Plan.monthly("Kita Regenbogen e. V.", 14, "endpoint-essentials"),
                    Plan.monthly("Müller & Söhne Metallbau", 48, "endpoint-essentials", "server-essentials"),
                    Plan.trial("Nordlicht Werbeagentur", 22, "endpoint-advanced", "email-standard"),
                    Plan.trial("Ostsee Immobilien GmbH", 31, "endpoint-essentials")),
            List.of(
                    Plan.monthly("Praxisverbund Dr. Thomsen", 41, "endpoint-complete"),
                    Plan.monthly("Reederei Clausen GmbH & Co. KG", 88, "endpoint-advanced", "server-advanced"),
                    Plan.monthly("Stadtwerke Wieslingen", 130, "endpoint-complete", "server-complete"),
                    Plan.trial("Tischlerei Ahrens", 12, "endpoint-essentials", "phish-threat")),
            List.of(
                    Plan.trial("Uhlenhorst Verlag", 38, "endpoint-complete", "email-advanced"),
                    Plan.trial("Windpark Holm Betriebs GmbH", 16, "endpoint-advanced", "server-advanced")));

    static final Waves BRIGHTWATER = new Waves(
            List.of(
                    Plan.monthly("Abbey Street Dental", 12, "endpoint-essentials"),
                    Plan.monthly("Ballymore Foods Ltd", 96, "endpoint-advanced", "server-advanced"),
                    Plan.monthly("Castlepoint Credit Union", 54, "endpoint-complete", "server-complete"),
                    Plan.monthly("Dunmore Print Works", 21, "endpoint-essentials", "server-essentials"),
                    Plan.monthly("Emerald Coast Tours", 33, "endpoint-advanced", "uem-standard"),
                    Plan.monthly("Fairgreen Veterinary Group", 45, "endpoint-advanced"),
                    Plan.monthly("Glenview Primary Care", 140, "endpoint-complete", "server-complete"),
                    Plan.monthly("Harbour Lane Architects", 17, "endpoint-essentials", "uem-standard"),
                    Plan.monthly("Island Freight Services", 77, "endpoint-advanced", "server-essentials"),
                    Plan.monthly("Kilbride Secondary School", 320, "endpoint-essentials", "server-essentials"),
                    Plan.trial("Lakeside Furniture", 19, "endpoint-advanced"),
                    Plan.trial("Moorfield Solicitors", 28, "endpoint-complete", "encryption-standard")),
            List.of(
                    Plan.monthly("Oakbridge Insurance Brokers", 63, "endpoint-complete", "server-advanced"),
                    Plan.monthly("Quayside Catering", 26, "endpoint-essentials"),
                    Plan.monthly("Rathmore Engineering", 118, "endpoint-advanced", "server-advanced"),
                    Plan.trial("St. Brigid's Hospice", 52, "endpoint-complete", "mdr-essentials")),
            List.of(
                    Plan.trial("Tidewater Yachts", 11, "endpoint-essentials", "mobile-standard"),
                    Plan.trial("Westgate Pharmacy", 24, "endpoint-advanced", "email-standard")));

    private DemoCustomers() {}

    /** The body of {@code POST /v1/customers}. */
    static ObjectNode body(Plan plan, String region, int number) {
        var body = Http.JSON.createObjectNode();
        body.put("name", plan.name());
        body.put("region", region);
        body.put("accountType", plan.monthly() ? "monthly" : "trial");
        body.put("externalId", String.format(Locale.ROOT, "CRM-%s-%04d", region, number));
        body.set("contact", contact(region, plan.name(), number));
        plan.products().forEach(body.putArray("products")::add);
        if (plan.monthly()) {
            body.put("acceptTerms", true);
        }
        return body;
    }

    static ObjectNode contact(String region, String name, int number) {
        var firstNames = List.of("Anna", "Jonas", "Maren", "Lukas", "Ciara", "Fatima", "Sean", "Ines", "Piotr");
        var lastNames = List.of("Petersen", "Byrne", "Lorenz", "Doyle", "Yilmaz", "Hoffmann", "Kelly");
        var german = region.equals("DE");
        var contact = Http.JSON.createObjectNode();
        contact.put("firstName", firstNames.get(number % firstNames.size()));
        contact.put("lastName", lastNames.get(number % lastNames.size()));
        contact.put("email", "it@" + domain(name));
        contact.put("phone", String.format(Locale.ROOT, german ? "+493090182%03d" : "+35315550%03d", number));
        var address = contact.putObject("address");
        address.putArray("lines").add(german ? "Hafenstraße " + (number + 1) : (number + 1) + " Harbour Street");
        address.put("city", german ? "Kiel" : "Dublin");
        address.put("countryCode", region);
        address.put("postalCode", german ? "24103" : "D02 X285");
        return contact;
    }

    // example.com and .org are reserved for this (RFC 2606): no demo mail ever reaches anybody.
    private static String domain(String name) {
        var ascii = java.text.Normalizer.normalize(name.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return ascii + ".example.com";
    }
}
