package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.customers.input.Contact;
import dev.kontor.customers.input.CountryCode;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** The customer a managed order is for, as licensing-service passes it on. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ManagedOrderCustomer(
        @NotNull UUID partnerId,
        @NotBlank @Size(max = 128) String by,
        @NotBlank @Size(max = 200) @Text String name,
        @NotBlank @CountryCode String region,
        @NotNull @Valid Contact contact,
        @Size(min = 1, max = 100) @Text String externalId) {}
