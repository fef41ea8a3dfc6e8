package dev.kontor.customers.customers;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.CrmSync;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Vendor;
import dev.kontor.customers.input.Contact;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.text.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An account in the vendor's admin console that a partner looks after. */
@Entity
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // some columns are written here and read by queries only
class Customer {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String displayName;

    @Column(nullable = false)
    private String sortName;

    @Column(nullable = false)
    private String searchText;

    @Column(nullable = false)
    private String region;

    @Column(nullable = false)
    private AccountType accountType;

    private boolean managed;
    private String externalId;
    private String externalIdKey;
    private int folding;
    private String crmAccountId;

    @Column(nullable = false)
    private CrmSync crmSync;

    private String crmFailure;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Contact contact;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private List<String> products;

    private String termsVersion;
    private Instant termsAcceptedAt;
    private String termsAcceptedBy;
    private String logoHash;

    @Column(nullable = false)
    private String createdBy;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant updatedAt;

    private Instant disconnectedAt;

    private long billingVersion;

    private long revision;

    @Version
    private long version;

    protected Customer() {}

    /**
     * A new account of a partner (domain.md rules 9 and 10).
     *
     * @param terms those accepted for it; null for a trial, which has none
     */
    static Customer created(CreateCustomer command, UUID partnerId, String by, TermsAccepted terms, Instant now) {
        var customer = called(command.name(), partnerId, by, now);
        customer.show(command.displayName() == null ? customer.name : command.displayName());
        customer.region = command.region();
        customer.accountType = command.billedMonthly() ? AccountType.MONTHLY : AccountType.TRIAL;
        customer.identify(command.externalId());
        customer.crmAccountId = command.crmAccountId();
        customer.crmSync = command.crmAccountId() == null ? CrmSync.NOT_LINKED : CrmSync.PENDING;
        customer.contact = command.contact();
        customer.products = command.products().stream().distinct().toList();
        if (terms != null) {
            customer.termsVersion = terms.version();
            customer.termsAcceptedAt = terms.at();
            customer.termsAcceptedBy = terms.by();
        }
        return customer;
    }

    /** The customer of a managed order (rule 19): read-only for the partner, and its licences come with the order. */
    static Customer ordered(ManagedOrderCustomer order, Instant now) {
        var customer = called(order.name(), order.partnerId(), order.by(), now);
        customer.show(customer.name);
        customer.region = order.region();
        customer.accountType = AccountType.MANAGED_ORDER;
        customer.managed = true;
        customer.identify(order.externalId());
        customer.contact = order.contact();
        customer.products = List.of();
        return customer;
    }

    private static Customer called(String name, UUID partnerId, String by, Instant now) {
        var customer = new Customer();
        customer.id = Ids.next();
        customer.partnerId = partnerId;
        customer.name = name;
        customer.crmSync = CrmSync.NOT_LINKED;
        customer.createdBy = by;
        customer.createdAt = now;
        customer.updatedAt = now;
        customer.revision = 1;
        return customer;
    }

    /**
     * Takes over how licensing-service bills the account from now on (rule 12).
     *
     * @return false where it told this, or something later, before
     */
    boolean bill(AccountType type, long toldVersion, Instant now) {
        if (toldVersion <= billingVersion) {
            return false;
        }
        billingVersion = toldVersion;
        accountType = type;
        managed = type == AccountType.MANAGED_ORDER;
        updatedAt = now;
        return true;
    }

    /**
     * Takes over what a partner edited.
     *
     * @return the rename in it, where the name shown is another now
     */
    Optional<Renamed> change(EditableCustomer edited, Instant now) {
        if (managed && !edited.onlyLinks(editable())) {
            throw CustomersProblem.MANAGED_ORDER_READ_ONLY.problem();
        }
        var before = displayName;
        link(edited.crmAccountId());
        show(edited.displayName());
        contact = edited.contact();
        identify(edited.externalId());
        updatedAt = now;
        revision++;
        return before.equals(displayName) ? Optional.empty() : Optional.of(new Renamed(before, displayName));
    }

    /** The account in the CRM; without one there is nothing to send to. */
    private void link(String account) {
        if (account == null) {
            crmSync = CrmSync.NOT_LINKED;
            crmFailure = null;
        }
        crmAccountId = account;
    }

    /** The name shown went from one to the other (rule 5). */
    record Renamed(String from, String to) {}

    void showLogo(String hash, Instant now) {
        logoHash = hash;
        updatedAt = now;
    }

    /** Something of it changed that lists show and that has a table of its own. */
    void touch(Instant now) {
        updatedAt = now;
    }

    /**
     * Ends the relation with its partner: the vendor's from then on (rule 8). What the partner called it in its own
     * systems stays behind, and so does its monthly billing.
     */
    void leave(Instant at) {
        if (managed) {
            throw CustomersProblem.MANAGED_ORDER_READ_ONLY.problem();
        }
        disconnectedAt = at;
        accountType = accountType == AccountType.MONTHLY ? AccountType.TRIAL : accountType;
        moveTo(Vendor.PARTNER_ID, at);
    }

    /** Becomes the customer of a partner, which it can only while it has none (rule 4). */
    void join(UUID partner, Instant at) {
        if (!partnerId.equals(Vendor.PARTNER_ID)) {
            throw CustomersProblem.ALREADY_CONNECTED.problem();
        }
        moveTo(partner, at);
    }

    private void moveTo(UUID partner, Instant at) {
        partnerId = partner;
        identify(null);
        link(null);
        updatedAt = at;
        revision++;
    }

    private void show(String newName) {
        displayName = newName;
        sortName = SearchText.sortable(displayName);
        searchText = SearchText.of(displayName, name);
        folding = Folding.VERSION;
    }

    private void identify(String newId) {
        externalId = newId;
        externalIdKey = newId == null ? null : Folding.of(newId);
    }

    EditableCustomer editable() {
        return new EditableCustomer(displayName, contact, externalId, crmAccountId);
    }

    CustomerState state() {
        return new CustomerState(
                id,
                partnerId,
                name,
                displayName,
                region,
                accountType,
                managed,
                externalId,
                products,
                termsAcceptedAt,
                logoHash,
                createdBy,
                createdAt,
                updatedAt,
                disconnectedAt,
                version);
    }

    Contact contact() {
        return contact;
    }

    UUID id() {
        return id;
    }

    UUID partnerId() {
        return partnerId;
    }

    String externalId() {
        return externalId;
    }

    AccountType accountType() {
        return accountType;
    }

    /** Whether a CRM knows it, so that its name has to get there. */
    boolean isLinked() {
        return crmAccountId != null;
    }

    /** Null where it has none. */
    String crmAccountId() {
        return crmAccountId;
    }

    boolean isManaged() {
        return managed;
    }

    long revision() {
        return revision;
    }

    long version() {
        return version;
    }
}
