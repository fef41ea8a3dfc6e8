package dev.kontor.customers.input;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A number in E.164 form, {@code +493012345678}, that its country's plan allows; null is another constraint's business. */
@Constraint(validatedBy = PhoneNumber.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PhoneNumber {

    String message() default "{kontor.phone-number}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks libphonenumber. */
    class Validator implements ConstraintValidator<PhoneNumber, String> {

        private static final int LONGEST = 20;

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            if (value.length() > LONGEST) {
                return false;
            }
            try {
                var numbers = PhoneNumberUtil.getInstance();
                var number = numbers.parse(value, null);
                return numbers.isPossibleNumber(number)
                        && value.equals(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164));
            } catch (NumberParseException e) {
                return false;
            }
        }
    }
}
