package dev.kontor.billing.issuers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.parties.BankAccount;
import dev.kontor.billing.parties.Country;
import dev.kontor.billing.parties.ElectronicAddress;
import dev.kontor.billing.parties.Iban;
import dev.kontor.billing.parties.PostalAddress;
import dev.kontor.billing.parties.VatId;
import dev.kontor.billing.parties.VatNumber;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who sells, as its invoices say it.
 *
 * @param countryCode whose taxes it charges
 * @param series what the numbers of its documents begin with
 * @param exemptReason why it charges none, where it is exempt
 */
@Schema(name = "IssuerInput", description = "Who issues invoices. One of vatId and taxNumber is needed")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssuerData(
        @NotBlank @Text @Size(max = 200) @Schema(description = "Its legal name", examples = "Nordlicht Security GmbH")
                String legalName,
        @NotNull @Valid @Schema(description = "Its place of business; without a country it is in countryCode")
                PostalAddress address,
        @NotBlank @Country @Schema(description = "The country whose taxes it charges", examples = "DE")
                String countryCode,
        @VatNumber
                @Size(max = 40)
                @Schema(
                        description = "Its VAT id, with the prefix of its country; the check digits must be right",
                        examples = "DE136695976")
                String vatId,
        @Text @Size(min = 1, max = 50) @Schema(description = "Its national tax number", examples = "29/815/08151")
                String taxNumber,
        @NotNull @Valid @Schema(description = "Whom to ask about an invoice") Contact contact,
        @NotBlank
                @Pattern(regexp = ElectronicAddress.FORM)
                @Size(max = 254)
                @Schema(
                        examples = "rechnung@nordlicht.example",
                        description = "An e-mail address, or an id behind its EAS scheme, as in 0204:991-01484-64")
                String electronicAddress,
        @NotBlank
                @BankAccount
                @Size(max = 60)
                @Schema(
                        description = "The account to pay to; the check digits must be right",
                        examples = "DE89370400440532013000")
                String iban,
        @Pattern(regexp = "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")
                @Schema(
                        description = "The account's bank; not needed within the euro payments area",
                        examples = "COBADEFFXXX",
                        maxLength = 11)
                String bic,
        @NotNull @Min(0) @Max(365) @Schema(description = "Days from the issue date to the due date", examples = "14")
                Integer paymentTermsDays,
        @NotBlank
                @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,19}")
                @Schema(
                        description = "What the numbers of its invoices begin with; it belongs to one issuer for good",
                        examples = "RE",
                        maxLength = 20)
                String series,
        @Text
                @Size(min = 1, max = 500)
                @Schema(
                        description =
                                "The sentence that exempts it from tax; with it, it charges none in its own country")
                String exemptReason) {

    /** Whom to ask about an invoice. */
    @Schema(name = "IssuerContact", description = "Whom to ask about an invoice")
    public record Contact(
            @NotBlank @Text @Size(max = 100) @Schema(description = "A person or a department", examples = "Buchhaltung")
                    String name,
            @NotBlank
                    @Pattern(regexp = "(?=(.*\\d){3})[+0-9 ()/.-]{3,40}")
                    @Schema(description = "With at least three digits", examples = "+49 30 5550100", maxLength = 40)
                    String phone,
            @NotBlank
                    @Email
                    @Size(max = 254)
                    @Text
                    @Schema(description = "An e-mail address", examples = "buchhaltung@nordlicht.example")
                    String email) {}

    /** The same as it is kept: numbers in their shortest writing, the address with its country. */
    IssuerData canonical() {
        return new IssuerData(
                legalName,
                address.in(countryCode),
                countryCode,
                vatId == null ? null : VatId.of(vatId).orElseThrow().text(),
                taxNumber,
                contact,
                electronicAddress,
                Iban.of(iban).orElseThrow().text(),
                bic,
                paymentTermsDays,
                series,
                exemptReason);
    }

    /** The same as it stands where nothing is taxable. */
    public IssuerData withoutVatId() {
        return new IssuerData(
                legalName,
                address,
                countryCode,
                null,
                taxNumber,
                contact,
                electronicAddress,
                iban,
                bic,
                paymentTermsDays,
                series,
                exemptReason);
    }

    /** What is wrong with it as a whole. */
    List<InputError> violations() {
        var violations = new ArrayList<InputError>();
        if (vatId == null && taxNumber == null) {
            // § 14 (4) UStG, no. 2: an invoice names one of them.
            violations.add(InputError.pointer("/vatId", "vat-id-or-tax-number"));
        }
        if (vatId != null && !VatId.of(vatId).orElseThrow().isOf(countryCode)) {
            violations.add(InputError.pointer("/vatId", "vat-id-of-other-country", countryCode));
        }
        return violations;
    }
}
