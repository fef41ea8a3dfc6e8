package dev.kontor.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
        var today = LocalDate.now(ZoneOffset.UTC);
        var firstMonth = today.withDayOfMonth(1).minusMonths(2);
        var secondMonth = firstMonth.plusMonths(1);
        var thirdMonth = firstMonth.plusMonths(2);
        say.accept("Loading demo data");

        moveTo(firstMonth, 8);
        var nordwind = createPartner("Nordwind IT GmbH", "DE", "de", DemoCustomers.NORDWIND);
        var brightwater = createPartner("Brightwater Managed Services", "IE", "en", DemoCustomers.BRIGHTWATER);
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
        var body = Http.JSON.createObjectNode();
        body.put("name", name);
        body.putArray("programs").add(PROGRAM);
        body.set("contact", DemoCustomers.contact(region, name, number));
        body.put("region", region);
        body.put("currency", "EUR");
        body.put("locale", locale);
        var partner = api.send("POST", "/v1/partners", api.operator(), body);
        var id = partner.path("id").asText();
        var superAdmin = api.superAdmin(id);
        api.sendPicture("/v1/partner/logo", superAdmin, DemoLogo.png(name));
        for (var role : Role.values()) {
            if (role.ofPartner() && role != Role.PARTNER_SUPER_ADMIN) {
                var sees = Http.JSON.createObjectNode().put("allCustomers", true);
                sees.putArray("customerIds");
                sees.putArray("groupIds");
                api.send("PUT", "/v1/administrators/" + role.defaultSubject(id), superAdmin, sees);
            }
        }
        return new Partner(id, name, region, waves);
    }

    private void createCustomers(Partner partner, List<DemoCustomers.Plan> plans, LocalDate since) {
        var superAdmin = api.superAdmin(partner.id());
        for (var plan : plans) {
            var customer =
                    api.send("POST", "/v1/customers", superAdmin, DemoCustomers.body(plan, partner.region(), ++number));
            var id = customer.path("id").asText();
            var created = new DemoUsage.Customer(id, plan, since);
            customers.add(created);
            if (number % BRANDED_EVERY == 1) {
                branded.add(created);
                api.sendPicture("/v1/customers/" + id + "/logo", superAdmin, DemoLogo.png(plan.name()));
            }
        }
    }

    private void postUsage(LocalDate from, LocalDate until) {
        var records = DemoUsage.records(customers, from, until);
        var reporter = api.reporter();
        var batch = Http.JSON.createArrayNode();
        var stored = 0;
        for (var one : records) {
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
        var answer = api.send("POST", "/v1/usage-records", reporter, batch);
        // What a start that broke off had sent already is there.
        var there = answer.path("stored").asInt() + answer.path("duplicate").asInt();
        if (there != batch.size()) {
            throw new Refusal("Demo data: of " + batch.size() + " usage records only " + there
                    + " were stored; first of the others: "
                    + answer.path("items").path(0));
        }
        return batch.size();
    }

    private void postFigures(DemoUsage.Customer customer) {
        var reporter = api.reporter();
        DemoFigures.of(customer.plan(), clock.now())
                .forEach((source, figures) -> api.send(
                        "PUT", "/v1/customers/" + customer.id() + "/security-data/" + source, reporter, figures));
    }

    private void close(LocalDate month) {
        var operator = api.operator();
        var job = api.send(
                "POST",
                "/v1/billing-periods/" + YearMonth.from(month) + "/close",
                operator,
                Http.JSON.createObjectNode());
        var held = api.awaitJob(job, operator).path("held");
        if (!held.isEmpty()) {
            throw new Refusal("Demo data: the close of " + YearMonth.from(month) + " held back " + held);
        }
        say.accept("  " + YearMonth.from(month) + " closed");
    }

    private String statement(Partner partner, LocalDate month) {
        var statements = api.get("/v1/statements?month=" + YearMonth.from(month), api.superAdmin(partner.id()));
        return statements.path("items").path(0).path("id").asText();
    }

    private void moveTo(LocalDate day, int hour) {
        var target = day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
        // The clock of a start that broke off may be further, and never goes back.
        if (target.isBefore(Instant.now()) && target.isAfter(clock.now())) {
            clock.moveTo(target);
        }
    }
}
