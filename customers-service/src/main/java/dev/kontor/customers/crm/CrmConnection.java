package dev.kontor.customers.crm;

import dev.kontor.customers.CrmReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** The CRM of a partner. */
@Entity
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // the secret is read by the queue's query only
class CrmConnection {

    @Id
    private UUID partnerId;

    @Column(nullable = false)
    private String baseUrl;

    @Column(nullable = false)
    private String clientId;

    @Column(nullable = false)
    private byte[] secret;

    private CrmReason failure;

    private int failures;

    @Column(nullable = false)
    private Instant updatedAt;

    @Version
    private long version;

    protected CrmConnection() {}

    static CrmConnection of(UUID partnerId) {
        var connection = new CrmConnection();
        connection.partnerId = partnerId;
        return connection;
    }

    /** Another address or other credentials: whatever failed before says nothing of these. */
    void change(CrmUrl url, String client, byte[] sealedSecret, Instant now) {
        baseUrl = url.text();
        clientId = client;
        secret = sealedSecret;
        failure = null;
        failures = 0;
        updatedAt = now;
    }

    CrmView view() {
        return new CrmView(baseUrl, clientId, failure, updatedAt);
    }

    long version() {
        return version;
    }
}
