package dev.kontor.platform.web.text;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/**
 * What the usual constraints mean for texts, in every service: {@code @Size} counts code points, as the {@code maxLength}
 * made of it in the document does, and {@code @NotBlank} wants something that can be seen.
 */
@ApplicationScoped
public class TextConstraints implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(Length.class);
        mapping.constraintDefinition(NotBlank.class)
                .includeExistingValidators(true)
                .validatedBy(Visible.class);
        configuration.addMapping(mapping);
    }

    /** For texts nearer than the one for any sequence of characters, so it is chosen. */
    public static final class Length implements ConstraintValidator<Size, String> {

        private int least;
        private int most;

        @Override
        public void initialize(Size size) {
            least = size.min();
            most = size.max();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            var length = Characters.count(value);
            return length >= least && length <= most;
        }
    }

    /** Likewise. */
    public static final class Visible implements ConstraintValidator<NotBlank, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value != null && Characters.isVisible(value);
        }
    }
}
