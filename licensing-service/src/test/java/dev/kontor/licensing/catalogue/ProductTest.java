package dev.kontor.licensing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.platform.web.Problem;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ProductTest {

    @Test
    void aRenamedProductKeepsItsCodeAndItsFormerNames() {
        var product = Product.create("email-premium", email("Email Premium"));

        assertThat(product.change(email("Email Plus"))).isTrue();
        assertThat(product.change(email("Email Ultra"))).isTrue();

        assertThat(product.view().code()).isEqualTo("email-premium");
        assertThat(product.view().name()).isEqualTo("Email Ultra");
        assertThat(product.view().formerNames()).containsExactly("Email Premium", "Email Plus");
    }

    @Test
    void aNameTakenBackIsNoFormerOne() {
        var product = Product.create("email-premium", email("Email Premium"));

        product.change(email("Email Plus"));
        product.change(email("Email Premium"));

        assertThat(product.view().formerNames()).containsExactly("Email Plus");
    }

    @Test
    void theSameAgainIsNoChange() {
        var product = Product.create("email-premium", email("Email Premium"));

        assertThat(product.change(email("Email Premium"))).isFalse();
    }

    @Test
    void categoryAndUnitStay() {
        var product = Product.create("email-premium", email("Email Premium"));

        assertThatThrownBy(() ->
                        product.change(new ProductChange(null, "Email Premium", Category.MOBILE, Unit.MAILBOX, false)))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns("product-fixed", Problem::code);
        assertThatThrownBy(() ->
                        product.change(new ProductChange(null, "Email Premium", Category.EMAIL, Unit.USER, false)))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns("product-fixed", Problem::code);
    }

    @Test
    void rule10OnlyEndpointServerAndUemProductsCanBeMonthly() {
        assertThat(Category.values())
                .filteredOn(Category::canBeMonthly)
                .containsExactly(Category.ENDPOINT, Category.SERVER, Category.UEM);
        assertThatThrownBy(() -> Product.create(
                        "email-premium", new ProductChange(null, "Email", Category.EMAIL, Unit.MAILBOX, true)))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns("validation-failed", Problem::code);
    }

    private static ProductChange email(String name) {
        return new ProductChange(null, name, Category.EMAIL, Unit.MAILBOX, false);
    }
}
