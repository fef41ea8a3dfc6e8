package dev.kontor.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Two partners and their last two months, told to the public API as they happened, with the clock moved along. */
final class DemoData {

    static final String PROGRAM = "msp-flex";

    private static final int BATCH = 5_000;
    private static final int BRANDED_EVERY = 4;
    /** Later than any grace, so that an operator can close the month before. */
    private static final int CLOSING_DAY = 7;

    private final DemoApi api;
    private final SuiteClock clock;
    private final Consumer<String> say;
    private final List<DemoUsage.Customer> customers = new ArrayList<>();
    private final List<DemoUsage.Customer> branded = new ArrayList<>();
    private int number;

    DemoData(Http http, Ports ports, Consumer<String> say) {
        this.api = new DemoApi(http, ports);
        this.clock = new SuiteClock(http, ports);
        this.say = say;
    }

    private record Partner(String id, String name, String region, DemoCustomers.Waves customers) {}

    DemoRecord load() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate firstMonth = today.withDayOfMonth(1).minusMonths(2);
        LocalDate secondMonth = firstMonth.plusMonths(1);
        LocalDate thirdMonth = firstMonth.plusMonths(2);
        say.accept("Loading demo data");

        moveTo(firstMonth, 8);
        Partner nordwind = createPartner("Nordwind IT GmbH", "DE", "de", DemoCustomers.NORDWIND);
        Partner brightwater = createPartner("Brightwater Managed Services", "IE", "en", DemoCustomers.BRIGHTWATER);
        createCustomers(nordwind, nordwind.customers().first(), firstMonth);
        createCustomers(brightwater, brightwater.customers().first(), firstMonth);

        moveTo(secondMonth, 0);
        postUsage(firstMonth, secondMonth);
        createCustomers(nordwind, nordwind.customers().second(), secondMonth);
        createCustomers(brightwater, brightwater.customers().second(), secondMonth);
        moveTo(secondMonth.withDayOfMonth(CLOSING_DAY), 0);
        close(firstMonth);

        moveTo(thirdMonth, 0);
        postUsage(secondMonth, thirdMonth);
        if (today.getDayOfMonth() > CLOSING_DAY) {
            moveTo(thirdMonth.withDayOfMonth(CLOSING_DAY), 0);
            close(secondMonth);
        }

        clock.moveToRealTime();
        postUsage(thirdMonth, today);
        createCustomers(nordwind, nordwind.customers().third(), today);
        createCustomers(brightwater, brightwater.customers().third(), today);
        branded.forEach(this::postFigures);
        say.accept("  2 partners, " + customers.size() + " customers, now " + SuiteClock.format(clock.now()));
        return new DemoRecord(nordwind.id(), nordwind.name(), statement(nordwind, firstMonth));
    }

    private Partner createPartner(String name, String region, String locale, DemoCustomers.Waves waves) {
        ObjectNode body = Http.JSON.createObjectNode();
        body.put("name", name);
        body.putArray("programs").add(PROGRAM);
        body.set("contact", DemoCustomers.contact(region, name, number));
        body.put("region", region);
        body.put("currency", "EUR");
        body.put("locale", locale);
        JsonNode partner = api.send("POST", "/v1/partners", api.operator(), body);
        String id = partner.path("id").asText();
        String superAdmin = api.superAdmin(id);
        api.sendPicture("/v1/partner/logo", superAdmin, DemoLogo.png(name));
        for (Role role : Role.values()) {
            if (role.ofPartner() && role != Role.PARTNER_SUPER_ADMIN) {
                ObjectNode sees = Http.JSON.createObjectNode().put("allCustomers", true);
                sees.putArray("customerIds");
                sees.putArray("groupIds");
                api.send("PUT", "/v1/administrators/" + role.defaultSubject(id), superAdmin, sees);
            }
        }
        return new Partner(id, name, region, waves);
    }

    private void createCustomers(Partner partner, List<DemoCustomers.Plan> plans, LocalDate since) {
        String superAdmin = api.superAdmin(partner.id());
        for (DemoCustomers.Plan plan : plans) {
            JsonNode customer =
                    api.send("POST", "/v1/customers", superAdmin, DemoCustomers.body(plan, partner.region(), ++number));
            String id = customer.path("id").asText();
            DemoUsage.Customer created = new DemoUsage.Customer(id, plan, since);
            customers.add(created);
            if (number % BRANDED_EVERY == 1) {
                branded.add(created);
                api.sendPicture("/v1/customers/" + id + "/logo", superAdmin, DemoLogo.png(plan.name()));
            }
        }
    }

    private void postUsage(LocalDate from, LocalDate until) {
        ArrayNode records = DemoUsage.records(customers, from, until);
        String reporter = api.reporter();
        ArrayNode batch = Http.JSON.createArrayNode();
        int stored = 0;
        for (JsonNode one : records) {
            batch.add(one);
            if (batch.size() == BATCH) {
                stored += post(batch, reporter);
                batch = Http.JSON.createArrayNode();
            }
        }
        if (!batch.isEmpty()) {
            stored += post(batch, reporter);
        }
        say.accept("  " + YearMonth.from(from) + ": " + stored + " usage records");
    }

    private int post(ArrayNode batch, String reporter) {
        JsonNode answer = api.send("POST", "/v1/usage-records", reporter, batch);
        // What a start that broke off had sent already is there.
        int there = answer.path("stored").asInt() + answer.path("duplicate").asInt();
        if (there != batch.size()) {
            throw new Refusal("Demo data: of " + batch.size() + " usage records only " + there
                    + " were stored; first of the others: "
                    + answer.path("items").path(0));
        }
        return batch.size();
    }

    private void postFigures(DemoUsage.Customer customer) {
        String reporter = api.reporter();
        DemoFigures.of(customer.plan(), clock.now())
                .forEach((source, figures) -> api.send(
                        "PUT", "/v1/customers/" + customer.id() + "/security-data/" + source, reporter, figures));
    }

    private void close(LocalDate month) {
        String operator = api.operator();
        JsonNode job = api.send(
                "POST",
                "/v1/billing-periods/" + YearMonth.from(month) + "/close",
                operator,
                Http.JSON.createObjectNode());
        JsonNode held = api.awaitJob(job, operator).path("held");
        if (!held.isEmpty()) {
            throw new Refusal("Demo data: the close of " + YearMonth.from(month) + " held back " + held);
        }
        say.accept("  " + YearMonth.from(month) + " closed");
    }

    private String statement(Partner partner, LocalDate month) {
        JsonNode statements = api.get("/v1/statements?month=" + YearMonth.from(month), api.superAdmin(partner.id()));
        return statements.path("items").path(0).path("id").asText();
    }

    private void moveTo(LocalDate day, int hour) {
        Instant target = day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
        // The clock of a start that broke off may be further, and never goes back.
        if (target.isBefore(Instant.now()) && target.isAfter(clock.now())) {
            clock.moveTo(target);
        }
    }
}
