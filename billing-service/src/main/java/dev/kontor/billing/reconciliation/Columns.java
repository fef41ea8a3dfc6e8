package dev.kontor.billing.reconciliation;

import dev.kontor.platform.web.text.Folding;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of an export holds what, by what PSA tools call it in English and German; other columns are passed over. */
record Columns(Map<Field, Integer> places) {

    /** What is looked for; of several columns the name that stands first here is meant. */
    enum Field {
        CUSTOMER(
                "customer, customerid, externalid, customernumber, customerno, customercode, clientid, client, accountid, account,"
                        + " companyid, company, kundennummer, kundennr, kundenid, kunde, debitorennummer, debitornr, debitor,"
                        + " mandant, customername, clientname, accountname, companyname, kundenname, firma"),
        PRODUCT(
                "product, productcode, productid, sku, itemcode, item, article, service, productname, itemname, produktcode,"
                        + " produkt, artikelnummer, artikelnr, artikel, leistung, produktname, bezeichnung"),
        QUANTITY("quantity, qty, billablequantity, count, units, seats, licenses, licences, menge, anzahl, stuck, stk,"
                + " lizenzen"),
        AMOUNT(
                "amount, totalamount, netamount, linetotal, total, betrag, nettobetrag, gesamtbetrag, gesamtpreis, summe");

        /** Never changed after it was made. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> names;

        Field(String names) {
            this.names = Arrays.stream(names.split(", *")).map(Folding::code).toList();
        }

        /** Its name in our own files. */
        String label() {
            return names.get(0).toLowerCase(Locale.ROOT);
        }

        boolean isRequired() {
            return this != AMOUNT;
        }
    }

    static Columns of(List<String> header) {
        var codes = header.stream().map(Folding::code).toList();
        var places = new EnumMap<Field, Integer>(Field.class);
        for (var field : Field.values()) {
            field.names.stream()
                    .map(codes::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .ifPresent(place -> places.put(field, place));
        }
        return new Columns(places);
    }

    List<Field> lacking() {
        return Arrays.stream(Field.values())
                .filter(field -> field.isRequired() && !places.containsKey(field))
                .toList();
    }

    /** Empty for a field that is not there, or holds nothing. */
    Optional<String> value(List<String> row, Field field) {
        var place = places.get(field);
        return place == null || place >= row.size()
                ? Optional.empty()
                : Optional.of(row.get(place).strip()).filter(value -> !value.isEmpty());
    }
}
