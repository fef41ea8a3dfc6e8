package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.customers.assistance.AssistanceView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        @Schema(enumeration = {"trial", "term", "monthly", "managed-order"}) String accountType,
        boolean managed,
        @Schema(enumeration = {"active", "inactive"}) String status,
        @Schema(nullable = true) String externalId,
        AssistanceView partnerAssistance,
        Licenses licenses,
        List<Group> groups,
        @Schema(nullable = true) Disconnect disconnect,
        @Schema(nullable = true, description = "The customer's account in the partner's CRM") String crmAccountId,
        @Schema(enumeration = {"not-linked", "pending", "synced", "failed"}) String crmSync,
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
    record CrmFailure(
            @Schema(
                            enumeration = {
                                "address-refused",
                                "unreachable",
                                "timed-out",
                                "credentials-refused",
                                "rate-limited",
                                "account-refused",
                                "crm-failed",
                                "secret-unreadable"
                            })
                    String reason,
            @Schema(nullable = true, examples = "ENTITY_IS_DELETED") String crmCode) {

        /** Reads a reason and, behind a blank, a code; null is none. */
        static CrmFailure of(String text) {
            if (text == null) {
                return null;
            }
            int blank = text.indexOf(' ');
            return blank < 0
                    ? new CrmFailure(text, null)
                    : new CrmFailure(text.substring(0, blank), text.substring(blank + 1));
        }
    }

    /** The customer's licences in short. */
    @Schema(name = "CustomerLicenses")
    record Licenses(
            @Schema(enumeration = {"none", "trial", "active", "expiring", "expired", "lapsed", "revoked"})
                    String status,
            List<Category> categories) {

        private static final Set<String> PROTECTING = Set.of("active", "expiring", "trial");

        static final Licenses NONE = new Licenses("none", List.of());

        /** Whether a licence protects now (rule 1). */
        boolean protect() {
            return PROTECTING.contains(status);
        }

        /** "Show my protection only" (rule 3). */
        Licenses activeOnly() {
            return new Licenses(
                    status,
                    categories.stream()
                            .filter(category -> PROTECTING.contains(category.status()))
                            .toList());
        }
    }

    /** One licence category of a customer. */
    @Schema(name = "CustomerLicenseCategory")
    record Category(
            @Schema(
                            enumeration = {
                                "endpoint",
                                "server",
                                "uem",
                                "email",
                                "mobile",
                                "encryption",
                                "phish-threat",
                                "firewall",
                                "cloud",
                                "ztna",
                                "xdr",
                                "mdr"
                            })
                    String category,
            @Schema(enumeration = {"trial", "active", "expiring", "expired", "lapsed", "revoked"}) String status,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> types) {}

    /** A group the customer is in. */
    @Schema(name = "CustomerGroupReference")
    record Group(UUID id, String name) {}

    /** When a scheduled disconnect takes effect. */
    @Schema(name = "CustomerDisconnect")
    record Disconnect(Instant scheduledFor) {}
}
