package dev.kontor.billing.resale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A bill as reporting-service prints it: with the partner's logo. */
record PrintedResaleBill(@JsonUnwrapped ResaleBillView bill, String logoHash) {}
