package dev.kontor.reporting.drawing;

import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;

/** A drawing on a page, its top left corner at the given point; a page counts from the bottom, a drawing from the top. */
public final class PdfPage implements Surface {
    private static final float BORDER = 0.6f;

    private final PdfContentByte content;
    private final double left;
    private final double top;

    public PdfPage(PdfContentByte content, double left, double top) {
        this.content = content;
        this.left = left;
        this.top = top;
    }

    @Override
    public void box(Mark.Box box) {
        double y = box.y() + box.height();
        if (box.radius() > 0) {
            content.roundRectangle(x(box.x()), y(y), (float) box.width(), (float) box.height(), (float) box.radius());
        } else {
            content.rectangle(x(box.x()), y(y), (float) box.width(), (float) box.height());
        }
        paint(box.fill(), box.stroke(), BORDER);
    }

    @Override
    public void rule(Mark.Rule rule) {
        content.setLineCap(PdfContentByte.LINE_CAP_BUTT);
        content.moveTo(x(rule.x1()), y(rule.y1()));
        content.lineTo(x(rule.x2()), y(rule.y2()));
        paint(Palette.NONE, rule.colour(), (float) rule.weight());
    }

    @Override
    public void shape(Mark.Shape shape) {
        content.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        content.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        for (Step step : shape.steps()) {
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
        content.beginText();
        content.setFontAndSize(text.face().font(), (float) text.size());
        content.setColorFill(new Color(text.colour()));
        content.setTextMatrix(x(text.x()), y(text.y()));
        content.showText(text.text());
        content.endText();
    }

    private void paint(int fill, int stroke, float weight) {
        boolean stroked = stroke != Palette.NONE && weight > 0;
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
