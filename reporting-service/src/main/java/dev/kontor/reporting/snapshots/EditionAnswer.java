package dev.kontor.reporting.snapshots;

import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.CsvForm;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How an edition goes out over HTTP: in the format that is accepted, with its hash, whole or from where it broke off. */
public final class EditionAnswer {

    /** SHA-256 of what is shown; the same in every format. */
    public static final String CONTENT_HASH = "Content-Hash";

    private static final int SHORT_HASH = 16;

    private final EditionContent content;
    private final Edition edition;
    private final String name;
    private final CsvForm csv;
    private final HttpHeaders headers;

    /**
     * @param name the file's, without date and extension
     * @param separator of a table, as the request names it; null where it does not
     */
    public EditionAnswer(EditionContent content, Edition edition, String name, String separator, HttpHeaders headers) {
        this.content = content;
        this.edition = edition;
        this.name = name;
        this.csv = CsvForm.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), separator);
        this.headers = headers;
    }

    /** What was kept is the same bytes every time, so it has a strong tag, and a download that broke off goes on. */
    public Response kept(List<ContentFormat> offered) {
        var format = accepted(offered);
        var tag = new EntityTag(tag(format) + "." + Long.toString(edition.at().toEpochMilli(), Character.MAX_RADIX));
        if (isKnown(tag)) {
            return head(Response.notModified(), tag).build();
        }
        var bytes = content.of(edition, format, csv);
        var range = wholeIsWanted(tag) ? null : headers.getHeaderString("Range");
        var answer = ByteRange.of(range, bytes.length)
                .map(part -> Response.status(Response.Status.PARTIAL_CONTENT)
                        .header("Content-Range", part.toString())
                        .entity(Arrays.copyOfRange(bytes, part.first(), part.last() + 1)))
                .orElseGet(() -> Response.ok(bytes));
        return file(head(answer, tag), format).header("Accept-Ranges", "bytes").build();
    }

    /** What is frozen for this answer alone says the same as long as its tag is the same, but for the time. */
    public Response passing(List<ContentFormat> offered) {
        var format = accepted(offered);
        var tag = new EntityTag(tag(format), true);
        return isKnown(tag)
                ? head(Response.notModified(), tag).build()
                : file(head(Response.ok(content.of(edition, format, csv)), tag), format)
                        .build();
    }

    private ContentFormat accepted(List<ContentFormat> offered) {
        return ContentFormat.accepted(headers.getAcceptableMediaTypes(), offered)
                .orElseThrow(() -> CommonProblem.NOT_ACCEPTABLE.problem());
    }

    private String tag(ContentFormat format) {
        var form = format == ContentFormat.CSV ? "." + csv.code() : "";
        return edition.contentHash().substring(0, SHORT_HASH) + "." + edition.locale() + "." + format.extension()
                + form;
    }

    private boolean isKnown(EntityTag tag) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                .map(known -> known.replace("W/", ""))
                .filter(known -> known.strip().equals("*") || known.contains("\"" + tag.getValue() + "\""))
                .isPresent();
    }

    /** A part continues what is there only where that is still the same (RFC 9110, section 13.1.5). */
    private boolean wholeIsWanted(EntityTag tag) {
        var condition = headers.getHeaderString("If-Range");
        return condition != null && !condition.equals("\"" + tag.getValue() + "\"");
    }

    private Response.ResponseBuilder head(Response.ResponseBuilder answer, EntityTag tag) {
        return answer.header(HttpHeaders.ETAG, (tag.isWeak() ? "W/" : "") + "\"" + tag.getValue() + "\"")
                .header(CONTENT_HASH, edition.contentHash())
                .header(HttpHeaders.CONTENT_LANGUAGE, edition.locale().toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private Response.ResponseBuilder file(Response.ResponseBuilder answer, ContentFormat format) {
        var file = name + "-" + edition.at().toString().substring(0, 10) + "." + format.extension();
        return answer.header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }
}
