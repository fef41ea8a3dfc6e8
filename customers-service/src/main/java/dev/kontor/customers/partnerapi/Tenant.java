package dev.kontor.customers.partnerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.customers.input.Contact;
import java.util.List;
import java.util.UUID;

/**
 * A customer in the vendor's members.
 *
 * @param organization Kontor knows none, and clients fail without the member
 * @param products what protects it now; null, and left out, until licensing-service told
 */
record Tenant(
        UUID id,
        String name,
        String showAs,
        String dataGeography,
        String dataRegion,
        String billingType,
        Reference partner,
        Reference organization,
        String apiHost,
        String status,
        ContactView contact,
        List<String> externalIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<ProductView> products) {

    record Reference(UUID id) {}

    record ProductView(String code) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactView(
            String firstName, String lastName, String email, String phone, String mobile, AddressView address) {

        static ContactView of(Contact contact) {
            return new ContactView(
                    contact.firstName(),
                    contact.lastName(),
                    contact.email(),
                    contact.phone(),
                    contact.mobile(),
                    AddressView.of(contact.address()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AddressView(
            String address1,
            String address2,
            String address3,
            String city,
            String state,
            String countryCode,
            String postalCode) {

        static AddressView of(Contact.Address address) {
            var lines = address.lines();
            return new AddressView(
                    line(lines, 0),
                    line(lines, 1),
                    line(lines, 2),
                    address.city(),
                    address.state(),
                    address.countryCode(),
                    address.postalCode());
        }

        private static String line(List<String> lines, int index) {
            return index < lines.size() ? lines.get(index) : null;
        }
    }

    /** As a new one is answered: its licences follow by event, and nobody asks again to see whether they came. */
    Tenant active() {
        return new Tenant(
                id,
                name,
                showAs,
                dataGeography,
                dataRegion,
                billingType,
                partner,
                organization,
                apiHost,
                "active",
                contact,
                externalIds,
                products);
    }
}
