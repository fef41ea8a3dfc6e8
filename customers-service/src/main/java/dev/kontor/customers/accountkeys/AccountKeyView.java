package dev.kontor.customers.accountkeys;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The key that stands, and since when. */
@Schema(name = "AccountKey")
record AccountKeyView(@Schema(examples = "AK-7Q3VB-0XJ9K-MM2TD-W4ZHC-81PRA") String accountKey, Instant since) {}
