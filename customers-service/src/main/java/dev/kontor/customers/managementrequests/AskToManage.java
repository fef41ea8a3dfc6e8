package dev.kontor.customers.managementrequests;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner sends to a customer whose account key it was given. */
@Schema(
        name = "ManagementRequestInput",
        description = "A request to a customer whose account key the partner was given")
record AskToManage(
        @NotBlank
                @Size(max = 100)
                @Schema(description = "The key, from the customer", examples = "AK-7Q3VB-0XJ9K-MM2TD-W4ZHC-81PRA")
                String accountKey,
        @Schema(description = "Shown to the customer's administrator; lines are kept")
                @Size(max = 1_000)
                @Text(lines = true)
                String message) {}
