package dev.kontor.customers.partnerapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.customers.customers.CreateCustomer;
import dev.kontor.customers.input.Contact;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A new tenant as scripts send it; members that nobody here knows are passed over, as parameters are. What is not checked
 * here, {@link CreateCustomer} checks under the same name.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CreateTenant(
        @NotBlank @Size(max = 200) @Text String name,
        @Size(min = 1, max = 200) @Text String showAs,
        @Pattern(regexp = "[A-Z]{2}") String dataGeography,
        @Pattern(regexp = "[a-z]{2}[0-9]{2}") String dataRegion,
        @NotNull @Pattern(regexp = "trial|usage") String billingType,
        @NotNull @Valid ContactOf contact) {

    /** A fax is taken and not kept. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ContactOf(
            String firstName,
            String lastName,
            String email,
            String phone,
            String mobile,
            @NotNull @Valid AddressOf address) {

        Contact contact() {
            return new Contact(firstName, lastName, email, phone, mobile, address.address());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AddressOf(
            @NotBlank @Size(max = 200) @Text String address1,
            @Size(max = 200) @Text String address2,
            @Size(max = 200) @Text String address3,
            String city,
            String state,
            String countryCode,
            String postalCode) {

        /** What a form sends for a line that nobody filled in is a line that is not there. */
        AddressOf {
            address2 = orNull(address2);
            address3 = orNull(address3);
        }

        private static String orNull(String line) {
            return line == null || line.isBlank() ? null : line;
        }

        Contact.Address address() {
            var lines = Stream.of(address1, address2, address3)
                    .filter(Objects::nonNull)
                    .toList();
            return new Contact.Address(lines, city, state, countryCode, postalCode);
        }
    }

    boolean billedByUsage() {
        return "usage".equals(billingType);
    }

    String accountType() {
        return billedByUsage() ? "monthly" : billingType;
    }

    /** The same as {@code /v1} would have it. */
    CreateCustomer command(String country, List<String> products) {
        return new CreateCustomer(
                name,
                showAs,
                country,
                accountType(),
                contact.contact(),
                null,
                null,
                products,
                billedByUsage() ? Boolean.TRUE : null,
                null);
    }
}
