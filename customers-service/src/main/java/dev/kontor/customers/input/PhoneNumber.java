package dev.kontor.customers.input;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as {@link Reading} makes it, E.164 with its extension, {@code +12125550100;ext=23}, that its country's plan allows;
 * null is another constraint's business.
 */
@Constraint(validatedBy = PhoneNumber.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PhoneNumber {

    String message() default "{kontor.phone-number}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks libphonenumber. */
    final class Reading {

        /** What needs no reading; whether there is such a number is the constraint's business. */
        private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

        /** Nobody writes a number longer than that, and libphonenumber need not look at more. */
        private static final int LONGEST = 100;

        private Reading() {}

        /**
         * A number as people and PSA tools write it: nationally, in the country of the address, or with its country's code;
         * with blanks, brackets, slashes, and an extension. What is none stays as it is, for the constraint to refuse.
         */
        static String of(String typed, String country) {
            return typed == null || E164.matcher(typed).matches()
                    ? typed
                    : canonical(typed, country).orElse(typed);
        }

        private static Optional<String> canonical(String typed, String country) {
            if (typed.length() > LONGEST) {
                return Optional.empty();
            }
            var numbers = PhoneNumberUtil.getInstance();
            try {
                var number = numbers.parse(typed, country);
                var e164 = numbers.format(number, PhoneNumberFormat.E164);
                return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                        ? Optional.of(number.hasExtension() ? e164 + ";ext=" + number.getExtension() : e164)
                        : Optional.empty();
            } catch (NumberParseException e) {
                return Optional.empty();
            }
        }
    }

    /** What reads as itself, without knowing a country, is one. */
    class Validator implements ConstraintValidator<PhoneNumber, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || Reading.canonical(value, null).filter(value::equals).isPresent();
        }
    }
}
