package dev.kontor.customers.bulk;

/** What a job does to each of its customers. */
record BulkWork(BulkOperation operation, BulkRequest.Parameters parameters) {}
