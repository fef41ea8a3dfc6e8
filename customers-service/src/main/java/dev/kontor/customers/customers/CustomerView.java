package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.customers.AccountType;
import dev.kontor.customers.CrmReason;
import dev.kontor.customers.CrmSync;
import dev.kontor.customers.assistance.AssistanceView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A customer as the API shows it, in lists and alone. */
@Schema(
        name = "Customer",
        description = "An account that the partner manages",
        properties =
                @SchemaProperty(
                        name = "accountKey",
                        type = SchemaType.STRING,
                        description = "Only in the answer to a sign-up: the key that the customer gives to a partner"),
        extensions = @Extension(name = "x-sometimes", value = "[\"accountKey\"]", parseValue = true))
record CustomerView(
        UUID id,
        @Schema(description = "The name it was created with") String name,
        @Schema(description = "The name shown everywhere, which the partner can change") String displayName,
        String region,
        AccountType accountType,
        @Schema(
                        description =
                                "Whether a managed order brought it; then only groups, logo, dashboards and launches are open to the partner")
                boolean managed,
        CustomerStatus status,
        @Schema(description = "Its id in a system of the partner's; null if none was given", nullable = true)
                String externalId,
        AssistanceView partnerAssistance,
        Licenses licenses,
        @Schema(description = "The groups it is in, as far as the caller can see them") List<Group> groups,
        @Schema(description = "A disconnect that is scheduled; null if none is", nullable = true) Disconnect disconnect,
        @Schema(nullable = true, description = "The customer's account in the partner's CRM") String crmAccountId,
        CrmSync crmSync,
        @Schema(nullable = true, description = "Why the name did not get to the CRM; null unless crmSync is failed")
                CrmFailure crmFailure,
        @Schema(description = "What the caller may do with it now, by the action's name")
                Map<String, CustomerActions.Action> actions,
        Instant createdAt,
        Instant updatedAt) {

    CustomerView withLicenses(Licenses shown) {
        return new CustomerView(
                id,
                name,
                displayName,
                region,
                accountType,
                managed,
                status,
                externalId,
                partnerAssistance,
                shown,
                groups,
                disconnect,
                crmAccountId,
                crmSync,
                crmFailure,
                actions,
                createdAt,
                updatedAt);
    }

    /** Why, as the connection says it, and in the CRM's own word where it gave one. */
    @Schema(name = "CustomerCrmFailure", description = "Why the name did not get to the CRM")
    record CrmFailure(
            CrmReason reason,
            @Schema(
                            description = "The CRM's own error code; null where it gave none",
                            nullable = true,
                            examples = "ENTITY_IS_DELETED")
                    String crmCode) {

        /** Reads a reason and, behind a blank, a code; null is none. */
        static CrmFailure of(String text) {
            if (text == null) {
                return null;
            }
            int blank = text.indexOf(' ');
            return blank < 0
                    ? new CrmFailure(CrmReason.of(text), null)
                    : new CrmFailure(CrmReason.of(text.substring(0, blank)), text.substring(blank + 1));
        }
    }

    /** The customer's licences in short. */
    @Schema(name = "CustomerLicenses", description = "The customer's licences in short; at most 2 seconds behind")
    record Licenses(
            LicenseStatus status,
            @Schema(description = "One for each category with a licence") List<Category> categories) {

        static final Licenses NONE = new Licenses(LicenseStatus.NONE, List.of());

        /** Whether a licence protects now (rule 1). */
        boolean protect() {
            return status.protects();
        }

        /** "Show my protection only" (rule 3). */
        Licenses activeOnly() {
            return new Licenses(
                    status,
                    categories.stream()
                            .filter(category -> category.status().protects())
                            .toList());
        }
    }

    /** One licence category of a customer. */
    @Schema(name = "CustomerLicenseCategory", description = "The customer's licences of one category")
    record Category(
            LicenseCategory category,
            @Schema(
                            description = "The best status of a licence in the category",
                            enumeration = {"trial", "active", "expiring", "expired", "lapsed", "revoked"})
                    LicenseStatus status,
            @Schema(description = "The types of its licences: trial, term, monthly or ordered")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    List<String> types) {}

    /** A group the customer is in. */
    @Schema(name = "CustomerGroupReference", description = "A group that the customer is in")
    record Group(UUID id, @Schema(description = "The group's name") String name) {}

    /** When a scheduled disconnect takes effect. */
    @Schema(name = "CustomerDisconnect", description = "A scheduled disconnect; DELETE …/disconnect takes it back")
    record Disconnect(@Schema(description = "When it takes effect") Instant scheduledFor) {}
}
