package dev.kontor.customers.accountkeys;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The key that stands, and since when. */
@Schema(
        name = "AccountKey",
        description = "The key that a customer hands to a partner, who asks with it to manage the customer")
record AccountKeyView(
        @Schema(description = "The key; a rotation replaces it at once", examples = "AK-7Q3VB-0XJ9K-MM2TD-W4ZHC-81PRA")
                String accountKey,
        @Schema(description = "When it was made") Instant since) {}
