package dev.kontor.reporting.drawing;

import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** A drawing on a page, its top left corner at the given point; a page counts from the bottom, a drawing from the top. */
public final class PdfPage implements Surface {

    private static final float BORDER = 0.6f;
    /** Of the size: how much an outline adds to a font without a bold cut. */
    private static final float THICKENING = 0.035f;

    private static final float WHOLE = 100;

    private final PdfContentByte content;
    private final Parts parts;
    private final double left;
    private final double top;

    private PdfPage(PdfContentByte content, Parts parts, double left, double top) {
        this.content = content;
        this.parts = parts;
        this.left = left;
        this.top = top;
    }

    /** Puts a drawing on a page, and its parts into the document's. */
    public static void put(Drawing drawing, PdfContentByte content, Parts parts, double left, double top) {
        drawing.on(new PdfPage(content, parts, left, top));
        parts.pause(content);
    }

    @Override
    public void begin(Mark.Begin part) {
        parts.begin(content, part);
    }

    @Override
    public void end() {
        parts.end(content);
    }

    @Override
    public void box(Mark.Box box) {
        parts.mark(content);
        var y = box.y() + box.height();
        if (box.radius() > 0) {
            content.roundRectangle(x(box.x()), y(y), (float) box.width(), (float) box.height(), (float) box.radius());
        } else {
            content.rectangle(x(box.x()), y(y), (float) box.width(), (float) box.height());
        }
        paint(box.fill(), box.stroke(), BORDER);
    }

    @Override
    public void rule(Mark.Rule rule) {
        parts.mark(content);
        content.setLineCap(PdfContentByte.LINE_CAP_BUTT);
        content.moveTo(x(rule.x1()), y(rule.y1()));
        content.lineTo(x(rule.x2()), y(rule.y2()));
        paint(Palette.NONE, rule.colour(), (float) rule.weight());
    }

    @Override
    public void shape(Mark.Shape shape) {
        parts.mark(content);
        content.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        content.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        for (var step : shape.steps()) {
            if (step instanceof Step.Move to) {
                content.moveTo(x(to.x()), y(to.y()));
            } else if (step instanceof Step.Line to) {
                content.lineTo(x(to.x()), y(to.y()));
            } else if (step instanceof Step.Curve to) {
                content.curveTo(x(to.x1()), y(to.y1()), x(to.x2()), y(to.y2()), x(to.x()), y(to.y()));
            } else {
                content.closePath();
            }
        }
        paint(shape.fill(), shape.stroke(), (float) shape.weight());
    }

    @Override
    public void text(Mark.Text text) {
        parts.mark(content);
        content.beginText();
        content.setColorFill(new Color(text.colour()));
        var pieces = Setting.of(text.face(), text.text());
        if (pieces.size() == 1 && !pieces.get(0).fromRight()) {
            piece(pieces.get(0), text.x(), text);
        } else {
            inReadingOrder(pieces, text);
        }
        content.endText();
        outlines(pieces, text);
    }

    /** Whoever reads the page's letters one after another gets the text as it was written. */
    private void inReadingOrder(List<Piece> pieces, Mark.Text text) {
        var starts = new HashMap<Integer, Double>();
        var x = text.x();
        for (var piece : pieces) {
            starts.put(piece.at(), x);
            x += piece.width(text.size());
        }
        pieces.stream()
                .sorted(Comparator.comparingInt(Piece::at))
                .forEach(piece -> piece(piece, starts.get(piece.at()), text));
    }

    private void piece(Piece piece, double x, Mark.Text text) {
        content.setFontAndSize(piece.typeface().font(), (float) text.size());
        var thickened = text.face() == Face.BOLD && piece.typeface() == Typeface.CJK;
        if (thickened) {
            content.setColorStroke(new Color(text.colour()));
            content.setLineWidth(THICKENING * (float) text.size());
            content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE);
        }
        if (piece.typeface().isShaped()) {
            unseen(piece, x, text);
        } else if (piece.fromRight()) {
            fromRight(piece, x, text);
        } else {
            show(piece.glyphs(), x, text);
        }
        if (thickened) {
            content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
        }
    }

    private void fromRight(Piece piece, double x, Mark.Text text) {
        var right = x + piece.width(text.size());
        for (var i = piece.glyphs().length() - 1; i >= 0; i--) {
            var glyph = piece.glyphs().substring(i, i + 1);
            right -= new Piece(piece.typeface(), glyph, true, 0).width(text.size());
            show(glyph, right, text);
        }
    }

    /** The letters as they are read, where {@link #outlines} shows them: a PDF can't say which of them a glyph is made of. */
    private void unseen(Piece piece, double x, Mark.Text text) {
        var apart = piece.widthApart(text.size());
        content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_INVISIBLE);
        if (apart > 0) {
            content.setHorizontalScaling((float) (WHOLE * piece.width(text.size()) / apart));
        }
        show(piece.glyphs(), x, text);
        content.setHorizontalScaling(WHOLE);
        content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
    }

    private void outlines(List<Piece> pieces, Mark.Text text) {
        var x = text.x();
        for (var piece : pieces) {
            if (piece.typeface().isShaped()) {
                outline(piece.outline(text.size()), x, text);
            }
            x += piece.width(text.size());
        }
    }

    private void outline(Shape outline, double left, Mark.Text text) {
        var to = new double[6];
        var from = new double[2];
        var path = outline.getPathIterator(AffineTransform.getTranslateInstance(left, text.y()));
        while (!path.isDone()) {
            var last = 0;
            switch (path.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(x(to[0]), y(to[1]));
                case PathIterator.SEG_LINETO -> content.lineTo(x(to[0]), y(to[1]));
                case PathIterator.SEG_QUADTO -> {
                    last = 2;
                    content.curveTo(
                            x(ofQuad(from[0], to[0])),
                            y(ofQuad(from[1], to[1])),
                            x(ofQuad(to[2], to[0])),
                            y(ofQuad(to[3], to[1])),
                            x(to[2]),
                            y(to[3]));
                }
                case PathIterator.SEG_CUBICTO -> {
                    last = 4;
                    content.curveTo(x(to[0]), y(to[1]), x(to[2]), y(to[3]), x(to[4]), y(to[5]));
                }
                default -> content.closePath();
            }
            from[0] = to[last];
            from[1] = to[last + 1];
            path.next();
        }
        content.fill();
    }

    /** Of a curve with one control point, that of the same with two. */
    private static double ofQuad(double end, double control) {
        return end + 2 * (control - end) / 3;
    }

    private void show(String glyphs, double x, Mark.Text text) {
        content.setTextMatrix(x(x), y(text.y()));
        content.showText(glyphs);
    }

    private void paint(int fill, int stroke, float weight) {
        var stroked = stroke != Palette.NONE && weight > 0;
        if (stroked) {
            content.setColorStroke(new Color(stroke));
            content.setLineWidth(weight);
        }
        if (fill != Palette.NONE) {
            content.setColorFill(new Color(fill));
        }
        if (fill != Palette.NONE && stroked) {
            content.fillStroke();
        } else if (fill != Palette.NONE) {
            content.fill();
        } else if (stroked) {
            content.stroke();
        } else {
            content.newPath();
        }
    }

    private float x(double x) {
        return (float) (left + x);
    }

    private float y(double y) {
        return (float) (top - y);
    }
}
