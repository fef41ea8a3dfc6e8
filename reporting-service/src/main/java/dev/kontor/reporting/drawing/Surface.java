package dev.kontor.reporting.drawing;

/** What a drawing is put on: the screen or the page. */
public interface Surface {
    void box(Mark.Box box);

    void rule(Mark.Rule rule);

    void shape(Mark.Shape shape);

    void text(Mark.Text text);

    /** A part begins; a surface that only shows has no use for that. */
    default void begin(Mark.Begin part) {}

    default void end() {}
}
