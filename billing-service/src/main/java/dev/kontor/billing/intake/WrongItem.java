package dev.kontor.billing.intake;

/** Says what is wrong with one item of a call. */
final class WrongItem extends Exception {

    private final String reason;
    private final String field;

    WrongItem(String reason, String field) {
        super(reason, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    String reason() {
        return reason;
    }

    /** The field that is wrong; null where it is not about one. */
    String field() {
        return field;
    }
}
