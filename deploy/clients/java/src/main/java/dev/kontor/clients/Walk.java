package dev.kontor.clients;

import dev.kontor.client.ApiClient;
import dev.kontor.client.ApiException;
import dev.kontor.client.api.BillingPeriodsApi;
import dev.kontor.client.api.CallersApi;
import dev.kontor.client.api.CustomersApi;
import dev.kontor.client.api.DashboardsAndReportsApi;
import dev.kontor.client.api.JobsApi;
import dev.kontor.client.api.LaunchesApi;
import dev.kontor.client.api.LicensesApi;
import dev.kontor.client.api.PartnerAssistanceApi;
import dev.kontor.client.api.PartnersApi;
import dev.kontor.client.api.StatementsApi;
import dev.kontor.client.api.UsageApi;
import dev.kontor.client.model.Address;
import dev.kontor.client.model.ConsentState;
import dev.kontor.client.model.Contact;
import dev.kontor.client.model.CreateCustomer;
import dev.kontor.client.model.DecimalInput;
import dev.kontor.client.model.LaunchSessionInput;
import dev.kontor.client.model.License;
import dev.kontor.client.model.LicenseType;
import dev.kontor.client.model.PartnerAssistanceInput;
import dev.kontor.client.model.PartnerInput;
import dev.kontor.client.model.Problem;
import dev.kontor.client.model.UsageRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** From a new partner to its statement, with the client that OpenAPI Generator made from the served document. */
public final class Walk {

    private static final String PRODUCT = "endpoint-advanced";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Walk() {}

    public static void main(String[] args) throws Exception {
        var operator = client("vendor-operator");
        var partner = new PartnersApi(operator)
                .createPartner(
                        new PartnerInput()
                                .name("Generated Java")
                                .programs(List.of(PartnerInput.ProgramsEnum.MSP_FLEX))
                                .region("DE")
                                .currency("EUR")
                                .locale("de")
                                .contact(contact()),
                        null);
        var admin = client("partner-super-admin", "--partner", partner.getId().toString());

        theAccountIsOpenWhileItsCustomerLikes(admin);
        theMonthIsBilled(operator, admin);
    }

    private static void theAccountIsOpenWhileItsCustomerLikes(ApiClient admin) throws Exception {
        var trial = new CustomersApi(admin)
                .createCustomer(
                        customer("Bäckerei Müller", "trial"), UUID.randomUUID().toString());
        require("on".equals(trial.getPartnerAssistance().getState().getValue()), "a trial begins with consent");
        var licenses = new LicensesApi(admin).listLicensesOfCustomer(trial.getId(), null, null, null, null, null);
        require(
                licenses.getItems().stream().map(License::getType).toList().equals(List.of(LicenseType.TRIAL)),
                "a trial has its licence");

        var launch = new LaunchesApi(admin).launchCustomer(trial.getId(), null);
        var query = launch.getLaunchUrl().getQuery();
        var code = query.substring(query.indexOf("code=") + "code=".length());
        var session = withToken(new LaunchesApi(admin)
                .exchangeLaunchCode(new LaunchSessionInput().code(code), null)
                .getAccessToken());
        require(trial.getId().equals(new CallersApi(session).whoAmI().getCustomerId()), "the session is the account's");
        new DashboardsAndReportsApi(session).listDashboards(trial.getId(), null, null, null);

        new PartnerAssistanceApi(client("customer-admin", "--customer", trial.getId().toString()))
                .putPartnerAssistance(trial.getId(), new PartnerAssistanceInput().state(ConsentState.OFF));
        var problem = problem(
                admin, () -> new DashboardsAndReportsApi(admin).listDashboards(trial.getId(), null, null, null));
        require(problem.getStatus() == 403 && "partner-assistance-off".equals(String.valueOf(problem.getCode())), "consent is gone");
    }

    private static void theMonthIsBilled(ApiClient operator, ApiClient admin) throws Exception {
        var monthly = new CustomersApi(admin)
                .createCustomer(customer("Spedition Weiß", "monthly").acceptTerms(true), null);
        var now = OffsetDateTime.ofInstant(Instant.parse(script("clock")), ZoneOffset.UTC);
        var month = YearMonth.from(now);
        var receipt = new UsageApi(client("usage-reporter"))
                .postUsageRecords(
                        List.of(new UsageRecord()
                                .eventId("java-" + UUID.randomUUID())
                                .customerId(monthly.getId())
                                .product(PRODUCT)
                                .observedAt(now.plusSeconds(1))
                                .quantity(new DecimalInput("25"))),
                        null);
        require(receipt.getStored() == 1, "the record is stored");

        script("clock", month.plusMonths(1).atDay(4).atTime(0, 1).toInstant(ZoneOffset.UTC).toString());
        var job = new BillingPeriodsApi(operator).closeBillingPeriod(month.toString(), null);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!"succeeded".equals(String.valueOf(new JobsApi(operator).getJob(job.getId()).getState()))) {
            require(System.nanoTime() < deadline, "the month is closed in time");
            Thread.sleep(200);
        }

        var statements = new StatementsApi(admin).listStatements(null, null, null, month.toString(), null).getItems();
        require(statements.size() == 1, "there is one statement");
        var statement = new StatementsApi(admin).getStatement(statements.get(0).getId(), null, null);
        require("final".equals(String.valueOf(statement.getState())), "it is final");
        require(new BigDecimal(statement.getTotal().getAmount()).signum() > 0, "it asks for money");
        System.out.printf(
                "Java: statement %s over %s %s%n",
                statement.getNumber(), statement.getTotal().getAmount(), statement.getTotal().getCurrency());
    }

    private static CreateCustomer customer(String name, String accountType) {
        return new CreateCustomer()
                .name(name)
                .region("DE")
                .accountType(CreateCustomer.AccountTypeEnum.fromValue(accountType))
                .contact(contact())
                .products(List.of(PRODUCT));
    }

    private static Contact contact() {
        return new Contact()
                .firstName("Petra")
                .lastName("Krüger")
                .email("petra.krueger@example.com")
                .phone("+493012345678")
                .address(new Address()
                        .lines(List.of("Torstraße 1"))
                        .city("Berlin")
                        .countryCode("DE")
                        .postalCode("10115"));
    }

    private static ApiClient client(String... caller) throws IOException, InterruptedException {
        return withToken(script("token", caller));
    }

    private static ApiClient withToken(String token) {
        var client = new ApiClient();
        client.updateBaseUri(System.getenv("KONTOR_URL"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    private interface Call {
        Object send() throws ApiException;
    }

    private static Problem problem(ApiClient client, Call call) throws IOException {
        try {
            throw new IllegalStateException("answered, not refused: " + call.send());
        } catch (ApiException refused) {
            return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("It does not hold that " + what);
        }
    }

    /** The last line that a script of the suite prints. */
    private static String script(String name, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(System.getenv("KONTOR_DEPLOY") + "/" + name);
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        require(process.waitFor() == 0, "deploy/" + name + " succeeds: " + lines);
        return lines.get(lines.size() - 1);
    }
}
