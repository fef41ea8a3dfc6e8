package dev.kontor.reporting.drawing;

import java.util.stream.Collectors;

/** A drawing for the screen. Text says its measured width, so that it fits in whatever font the reader has. */
public final class Svg implements Surface {
    private final StringBuilder svg = new StringBuilder(4096);

    private Svg() {}

    public static String of(Drawing drawing) {
        var surface = new Svg();
        surface.svg
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(number(drawing.width()))
                .append("\" height=\"")
                .append(number(drawing.height()))
                .append("\" viewBox=\"0 0 ")
                .append(number(drawing.width()))
                .append(' ')
                .append(number(drawing.height()))
                .append("\" role=\"img\" font-family=\"'Noto Sans','Segoe UI',Helvetica,Arial,sans-serif\">\n<title>");
        surface.escaped(drawing.title());
        surface.svg.append("</title>\n<desc>");
        surface.escaped(drawing.texts().collect(Collectors.joining(", ")));
        surface.svg.append("</desc>\n");
        drawing.on(surface);
        return surface.svg.append("</svg>\n").toString();
    }

    @Override
    public void box(Mark.Box box) {
        svg.append("<rect");
        attribute("x", box.x());
        attribute("y", box.y());
        attribute("width", box.width());
        attribute("height", box.height());
        if (box.radius() > 0) {
            attribute("rx", box.radius());
        }
        paint(box.fill(), box.stroke(), 0.6);
        svg.append("/>\n");
    }

    @Override
    public void rule(Mark.Rule rule) {
        svg.append("<line");
        attribute("x1", rule.x1());
        attribute("y1", rule.y1());
        attribute("x2", rule.x2());
        attribute("y2", rule.y2());
        paint(Palette.NONE, rule.colour(), rule.weight());
        svg.append("/>\n");
    }

    @Override
    public void shape(Mark.Shape shape) {
        svg.append("<path d=\"");
        for (var step : shape.steps()) {
            if (step instanceof Step.Move to) {
                point('M', to.x(), to.y());
            } else if (step instanceof Step.Line to) {
                point('L', to.x(), to.y());
            } else if (step instanceof Step.Curve to) {
                point('C', to.x1(), to.y1(), to.x2(), to.y2(), to.x(), to.y());
            } else {
                svg.append('Z');
            }
        }
        svg.append('"');
        paint(shape.fill(), shape.stroke(), shape.weight());
        if (shape.weight() > 0) {
            svg.append(" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
        }
        svg.append("/>\n");
    }

    @Override
    public void text(Mark.Text text) {
        svg.append("<text");
        attribute("x", text.x());
        attribute("y", text.y());
        attribute("font-size", text.size());
        if (text.face() == Face.BOLD) {
            svg.append(" font-weight=\"bold\"");
        }
        svg.append(" fill=\"").append(colour(text.colour())).append('"');
        attribute("textLength", text.width());
        svg.append(" lengthAdjust=\"spacingAndGlyphs\">");
        escaped(text.text());
        svg.append("</text>\n");
    }

    private void paint(int fill, int stroke, double weight) {
        svg.append(" fill=\"").append(colour(fill)).append('"');
        if (stroke != Palette.NONE && weight > 0) {
            svg.append(" stroke=\"").append(colour(stroke)).append('"');
            attribute("stroke-width", weight);
        }
    }

    private void point(char command, double... coordinates) {
        svg.append(command);
        for (var i = 0; i < coordinates.length; i++) {
            svg.append(i == 0 ? "" : " ").append(number(coordinates[i]));
        }
    }

    private void attribute(String name, double value) {
        svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    private void escaped(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '<' -> svg.append("&lt;");
                case '>' -> svg.append("&gt;");
                case '&' -> svg.append("&amp;");
                default -> svg.append(c);
            }
        }
    }

    private static String colour(int rgb) {
        return rgb == Palette.NONE ? "none" : String.format("#%06X", rgb);
    }

    /** Hundredths of a point, as the page has them; never in the reader's locale. */
    private static String number(double value) {
        var hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        var digits = Long.toString(Math.abs(hundredths) + 100);
        var point = digits.length() - 2;
        var whole = Long.toString(Math.abs(hundredths) / 100);
        var fraction = digits.substring(point);
        return (hundredths < 0 ? "-" : "")
                + whole
                + '.'
                + (fraction.endsWith("0") ? fraction.substring(0, 1) : fraction);
    }
}
