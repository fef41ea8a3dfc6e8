package dev.kontor.licensing.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.type.SqlTypes;

/** What was ordered for whom; nothing of it ever changes. */
@Entity
@Immutable
@Table(name = "managed_orders")
@SuppressWarnings("UnusedVariable") // Some columns only queries read.
class ManagedOrder {

    @Id
    private UUID id;

    @PartitionKey
    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private UUID customerId;

    @Column(nullable = false)
    private Instant orderedAt;

    @Column(nullable = false)
    private String orderedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<OrderedProduct> products;

    protected ManagedOrder() {}

    static ManagedOrder of(
            UUID id, UUID partnerId, UUID customerId, List<OrderedProduct> products, String by, Instant at) {
        var order = new ManagedOrder();
        order.id = id;
        order.partnerId = partnerId;
        order.customerId = customerId;
        order.products = products;
        order.orderedBy = by;
        order.orderedAt = at;
        return order;
    }

    ManagedOrderView view() {
        return new ManagedOrderView(id, customerId, products, orderedAt, orderedBy);
    }
}
