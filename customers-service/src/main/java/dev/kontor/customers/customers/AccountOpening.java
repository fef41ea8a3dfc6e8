package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Vendor;
import dev.kontor.customers.accountkeys.AccountKeys;
import dev.kontor.customers.administrators.AdministratorService;
import dev.kontor.customers.assistance.AssistanceService;
import dev.kontor.customers.assistance.ConsentSource;
import dev.kontor.customers.customers.CustomerService.Versioned;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Accounts as they come into being, whoever has them made: with those who see them and the consent they begin with. */
@ApplicationScoped
@Transactional
public class AccountOpening {

    private final Customers customers;
    private final CustomerService service;
    private final AssistanceService assistances;
    private final AdministratorService administrators;
    private final AccountKeys keys;
    private final Caller caller;
    private final Clock clock;
    private final String terms;

    AccountOpening(
            Customers customers,
            CustomerService service,
            AssistanceService assistances,
            AdministratorService administrators,
            AccountKeys keys,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "kontor.terms.version") String terms) {
        this.customers = customers;
        this.service = service;
        this.assistances = assistances;
        this.administrators = administrators;
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
        this.terms = terms;
    }

    /** A sign-up's customer as any other, and its key. */
    record SignedUp(@JsonUnwrapped CustomerView customer, String accountKey) {}

    /** For {@link NewAccounts}, which checked the command; its licences follow by event. */
    @Idempotent
    Versioned forPartner(CreateCustomer command) {
        var now = clock.instant();
        var accepted = command.billedMonthly() ? new TermsAccepted(terms, now, caller.subject()) : null;
        return service.get(open(command, accepted, now));
    }

    /**
     * For whoever checked the command with {@link NewAccounts}, in the caller's transaction.
     *
     * @param terms those accepted for it; null for a trial
     */
    public UUID open(CreateCustomer command, TermsAccepted terms) {
        return open(command, terms, clock.instant());
    }

    private UUID open(CreateCustomer command, TermsAccepted terms, Instant now) {
        var customer = Customer.created(command, caller.partnerId(), caller.subject(), terms, now);
        open(
                customer,
                caller.subject(),
                command.billedMonthly() ? ConsentSource.MONTHLY_ACCOUNT : ConsentSource.PARTNER_TRIAL);
        return customer.id();
    }

    /** Whoever has it made sees it, and consent comes with it (rule 13). */
    void open(Customer customer, String by, ConsentSource consentComesWith) {
        var externalId = customer.externalId();
        if (externalId != null && customers.hasExternalId(customer.partnerId(), externalId)) {
            throw CustomersProblem.EXTERNAL_ID_TAKEN.problem(externalId);
        }
        administrators.assignCreator(customer.partnerId(), by, customer.id());
        customers.persist(customer);
        service.flush(externalId);
        assistances.startWith(customer.partnerId(), customer.id(), consentComesWith);
        service.sendName(customer);
        tell(customer, by);
    }

    /** For {@link NewAccounts} too: the vendor's, with a key to hand to a partner (rule 11). */
    @Idempotent(keepAnswer = false)
    SignedUp signUp(CreateCustomer command) {
        var customer = Customer.created(command, Vendor.PARTNER_ID, caller.subject(), null, clock.instant());
        customers.persistAndFlush(customer);
        assistances.startOff(Vendor.PARTNER_ID, customer.id());
        var key = keys.issue(Vendor.PARTNER_ID, customer.id());
        tell(customer, caller.subject());
        return new SignedUp(service.get(customer.id()).customer(), key);
    }

    private void tell(Customer customer, String by) {
        service.tell("customer.created", customer, Map.of("by", by));
    }
}
