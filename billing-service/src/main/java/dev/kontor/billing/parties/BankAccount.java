package dev.kontor.billing.parties;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An IBAN by its country's length and check digits; null is another constraint's business. */
@Constraint(validatedBy = BankAccount.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface BankAccount {

    String message() default "{kontor.iban}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the number itself. */
    class Validator implements ConstraintValidator<BankAccount, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || Iban.of(value).isPresent();
        }
    }
}
