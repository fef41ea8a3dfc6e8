package dev.kontor.reporting.drawing;

/** What a part of a drawing is to somebody who hears it rather than sees it (ISO 32000-1, 14.8.4). */
public enum Role {
    /** Holds other parts, such as one widget. */
    SECTION,
    TABLE,
    ROW,
    TITLE,
    HEADING,
    PARAGRAPH,
    COLUMN_HEAD,
    CELL,
    /** A picture; it says in words what it shows. */
    FIGURE;

    /** Whether it holds other parts rather than marks. */
    public boolean holdsParts() {
        return this == SECTION || this == TABLE || this == ROW;
    }
}
