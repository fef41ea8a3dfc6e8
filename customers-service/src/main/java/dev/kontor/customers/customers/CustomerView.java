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
        properties =
                @SchemaProperty(
                        name = "accountKey",
                        type = SchemaType.STRING,
                        description = "Only in the answer to a sign-up: the key that the customer gives to a partner"),
        extensions = @Extension(name = "x-sometimes", value = "[\"accountKey\"]", parseValue = true))
record CustomerView(
        UUID id,
        String name,
        String displayName,
        String region,
        AccountType accountType,
        boolean managed,
        CustomerStatus status,
        @Schema(nullable = true) String externalId,
        AssistanceView partnerAssistance,
        Licenses licenses,
        List<Group> groups,
        @Schema(nullable = true) Disconnect disconnect,
        @Schema(nullable = true, description = "The customer's account in the partner's CRM") String crmAccountId,
        CrmSync crmSync,
        @Schema(nullable = true, description = "Why the name did not get to the CRM; null unless crmSync is failed")
                CrmFailure crmFailure,
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
    @Schema(name = "CustomerCrmFailure")
    record CrmFailure(CrmReason reason, @Schema(nullable = true, examples = "ENTITY_IS_DELETED") String crmCode) {

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
    @Schema(name = "CustomerLicenses")
    record Licenses(LicenseStatus status, List<Category> categories) {

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
    @Schema(name = "CustomerLicenseCategory")
    record Category(
            LicenseCategory category,
            @Schema(enumeration = {"trial", "active", "expiring", "expired", "lapsed", "revoked"}) LicenseStatus status,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> types) {}

    /** A group the customer is in. */
    @Schema(name = "CustomerGroupReference")
    record Group(UUID id, String name) {}

    /** When a scheduled disconnect takes effect. */
    @Schema(name = "CustomerDisconnect")
    record Disconnect(Instant scheduledFor) {}
}
