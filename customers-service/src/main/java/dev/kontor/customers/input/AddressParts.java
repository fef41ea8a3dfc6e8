package dev.kontor.customers.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Properties;

/** An address with the city and the postal code that its country has; an unknown country is another constraint's business. */
@Constraint(validatedBy = AddressParts.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AddressParts {

    /** Not a text, but the code of one in the problem catalogue. */
    String message() default "not-blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the country up in libaddressinput's metadata. */
    class Validator implements ConstraintValidator<AddressParts, Contact.Address> {

        private static final Properties PARTS = read();
        private static final String USUAL = "C";

        @Override
        public boolean isValid(Contact.Address address, ConstraintValidatorContext context) {
            var needed = PARTS.getProperty(String.valueOf(address.countryCode()), USUAL);
            context.disableDefaultConstraintViolation();
            var city = isThere(needed.contains("C"), address.city(), "city", context);
            var postalCode = isThere(needed.contains("Z"), address.postalCode(), "postalCode", context);
            return city && postalCode;
        }

        private static boolean isThere(boolean needed, String part, String name, ConstraintValidatorContext context) {
            if (!needed || part != null) {
                return true;
            }
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode(name)
                    .addConstraintViolation();
            return false;
        }

        private static Properties read() {
            var parts = new Properties();
            try (var file = AddressParts.class.getResourceAsStream("address-parts.properties")) {
                parts.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return parts;
        }
    }
}
