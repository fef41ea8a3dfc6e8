package dev.kontor.customers.input;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contact data of the world (api.md). */
class ContactTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @CsvSource({
        "+49 30 123456, DE, +4930123456",
        "030 123456, DE, +4930123456",
        "(030) 12 34-56, DE, +4930123456",
        "030/123456, DE, +4930123456",
        "0049 30 123456, DE, +4930123456",
        "+49 (0)30 123456, AT, +4930123456",
        "+1 212 555 0100 x23, US, +12125550100;ext=23",
        "(212) 555-0100 ext. 23, US, +12125550100;ext=23",
        "+12125550100;ext=23, DE, +12125550100;ext=23",
        "2345 6789, HK, +85223456789",
        "038 123 456, XK, +38338123456",
        "+493012345678, , +493012345678",
        "０３０ １２３４５６, DE, +4930123456",
        "\u202d+49 30 123456\u202c, DE, +4930123456",
    })
    void aNumberIsTakenAsItIsWrittenAndKeptAsE164WithItsExtension(String typed, String country, String kept) {
        var contact = contact(typed, address(country, "City", "10115"));

        assertThat(contact.phone()).isEqualTo(kept);
        assertThat(VALIDATOR.validateProperty(contact, "phone")).isEmpty();
        assertThat(contact(kept, address("DE", "City", "10115")).phone()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "123, DE",
        "many, DE",
        "030 123456,",
        "+0 123, DE",
        "+49, DE",
        "+999 123456789, DE",
        "12345678901234567890, US"
    })
    void whatIsNoNumberIsRefused(String typed, String country) {
        assertThat(VALIDATOR.validateProperty(contact(typed, address(country, "City", "10115")), "phone"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HK", "AE", "MO"})
    void whereThereAreNoneNeitherCityNorPostalCodeIsRequired(String country) {
        assertThat(missing(address(country, null, null))).isEmpty();
        assertThat(missing(address(country, "  ", "\u200b"))).isEmpty();
    }

    @Test
    void eachIsRequiredWhereThereIsOne() {
        assertThat(missing(address("DE", null, ""))).containsExactlyInAnyOrder("city", "postalCode");
        assertThat(missing(address("IE", "Dublin", null))).isEmpty();
        assertThat(missing(address("IE", null, null))).containsExactly("city");
        assertThat(missing(address("SG", null, "018956"))).isEmpty();
        assertThat(missing(address("SG", null, null))).containsExactly("postalCode");
        assertThat(missing(address("XK", "Prishtina", null))).isEmpty();
        assertThat(missing(address("US", "Berlin", null))).containsExactly("postalCode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XK", "HK", "DE"})
    void aCountryIsOneOfIsosOrKosovo(String country) {
        assertThat(VALIDATOR.validateValue(Contact.Address.class, "countryCode", country))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "de", "UK", "EU"})
    void anotherIsNone(String country) {
        assertThat(VALIDATOR.validateValue(Contact.Address.class, "countryCode", country))
                .hasSize(1);
    }

    private static List<String> missing(Contact.Address address) {
        return VALIDATOR.validate(address).stream()
                .peek(violation -> assertThat(violation.getMessage()).isEqualTo("not-blank"))
                .map(violation -> violation.getPropertyPath().toString())
                .toList();
    }

    private static Contact contact(String phone, Contact.Address address) {
        return new Contact("Petra", "Krüger", "petra@example.com", phone, null, address);
    }

    private static Contact.Address address(String country, String city, String postalCode) {
        return new Contact.Address(List.of("1 Street"), city, null, country, postalCode);
    }
}
