package dev.kontor.platform.web.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that a person reads: nothing in it that is none, and something that can be seen, unless it is empty or null,
 * which are other constraints' business. Its length is {@code @Size}'s, in code points.
 */
@Constraint(validatedBy = Text.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    /** Whether it may have several lines. */
    boolean lines() default false;

    /** Not a text, but the code of one in the problem catalogue. */
    String message() default "not-plain-text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Characters}. */
    class Validator implements ConstraintValidator<Text, String> {

        private boolean lines;

        @Override
        public void initialize(Text text) {
            lines = text.lines();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (value == null || value.isEmpty()) {
                return true;
            }
            if (!Characters.isVisible(value)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("not-blank").addConstraintViolation();
                return false;
            }
            return Characters.areText(value, lines);
        }
    }
}
