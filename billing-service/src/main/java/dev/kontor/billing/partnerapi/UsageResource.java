package dev.kontor.billing.partnerapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.foreign.Fields;
import dev.kontor.platform.web.foreign.Parameters;
import dev.kontor.platform.web.foreign.PassesOverUnknown;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.YearMonth;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** In the document of its own, {@code openapi-partner-v1.yaml} of the gateway. */
@Path("/partner/v1/billing/usage")
@PassesOverUnknown
class UsageResource {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final String ALWAYS = "accountId";
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");

    private final BilledUsage usage;
    private final CallersPartner partners;
    private final ObjectMapper mapper;

    UsageResource(BilledUsage usage, CallersPartner partners, ObjectMapper mapper) {
        this.usage = usage;
        this.partners = partners;
        this.mapper = mapper;
    }

    @GET
    @Path("/{year}/{month}")
    @RolesAllowed("billing:read")
    @Operation(hidden = true)
    public UsagePage list(
            @RestPath String year,
            @RestPath String month,
            @RestQuery Integer pageSize,
            @RestQuery String pageFromKey,
            @RestQuery String pageTotal,
            @RestQuery String fields,
            @RestQuery UUID accountId,
            @RestQuery String contactEmail) {
        var partner = partners.getWhole();
        if (contactEmail != null) {
            // A filter that is passed over would answer more than was asked for.
            throw Problems.invalid(InputError.parameter("contactEmail", "filter-not-offered"));
        }
        int size = Parameters.number("pageSize", pageSize, DEFAULT_SIZE, MAX_SIZE);
        var part = usage.page(
                partner,
                new BilledUsage.Query(
                        month(year, month), pageFromKey, size, Parameters.flag("pageTotal", pageTotal), accountId));
        return new UsagePage(
                Fields.of(fields).of(part.rows(), ALWAYS, mapper),
                UsagePage.Pages.of(
                        pageFromKey == null || pageFromKey.isBlank() ? null : pageFromKey,
                        part.nextKey(),
                        size,
                        MAX_SIZE,
                        part.total()));
    }

    private static YearMonth month(String year, String month) {
        if (!YEAR.matcher(year).matches()) {
            throw Problems.invalid(InputError.parameter("year", "not-a-number"));
        }
        if (!MONTH.matcher(month).matches()) {
            throw Problems.invalid(InputError.parameter("month", "out-of-range", 1, 12));
        }
        return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
    }
}
