package dev.kontor.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.reconciliation.Columns.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer,product,quantity,amount", "Kunde;Produkt;Menge;Betrag",
                        "Kunden-Nr.;Artikel;Stück;Gesamt-Betrag",
                "CLIENT ID,SKU,Qty.,Line Total", "\u200bCustomer ,\u00a0Product,Quantity,Amount",
                        "External Id,Item,Seats,Net amount"
            })
    void exportsCallThemInTheirOwnWords(String header) {
        assertThat(Columns.of(List.of(header.split("[,;]"))).places())
                .isEqualTo(Map.of(Field.CUSTOMER, 0, Field.PRODUCT, 1, Field.QUANTITY, 2, Field.AMOUNT, 3));
    }

    @Test
    void anIdIsBetterThanANameAndOurOwnStatementsAreRead() {
        var german = Columns.of(List.of("Kunde", "Kundennummer", "Produkt", "Menge", "Preis, netto"));
        assertThat(german.value(List.of("Müller", "C-17", "x", "1", "2"), Field.CUSTOMER))
                .contains("C-17");
        assertThat(german.places()).doesNotContainKey(Field.AMOUNT);

        var statement = Columns.of(List.of(
                "statement",
                "month",
                "customerId",
                "customerName",
                "externalId",
                "product",
                "orderedQuantity",
                "actualQuantity",
                "billableQuantity",
                "amount"));
        assertThat(statement.lacking()).isEmpty();
        assertThat(statement.places().get(Field.CUSTOMER)).isEqualTo(2);
        assertThat(statement.places().get(Field.QUANTITY)).isEqualTo(8);
    }

    @Test
    void whatIsLackingIsNamed() {
        assertThat(Columns.of(List.of("Kunde", "Preis")).lacking()).containsExactly(Field.PRODUCT, Field.QUANTITY);
        assertThat(Columns.of(List.of()).lacking()).hasSize(3);
    }
}
