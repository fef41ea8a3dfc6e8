package dev.kontor.customers.groups;

import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.text.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A named set of customers. */
@Entity
@SuppressWarnings("UnusedVariable") // folding is written here and read by queries only
class CustomerGroup {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String nameKey;

    private int folding;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant updatedAt;

    @Version
    private long version;

    protected CustomerGroup() {}

    static CustomerGroup of(UUID partnerId, EditableGroup data, Instant now) {
        var group = new CustomerGroup();
        group.id = Ids.next();
        group.partnerId = partnerId;
        group.createdAt = now;
        group.change(data, now);
        return group;
    }

    void change(EditableGroup data, Instant now) {
        name = data.name();
        nameKey = Folding.of(name);
        folding = Folding.VERSION;
        updatedAt = now;
    }

    EditableGroup editable() {
        return new EditableGroup(name);
    }

    GroupState state() {
        return new GroupState(id, partnerId, name, version);
    }

    UUID id() {
        return id;
    }

    UUID partnerId() {
        return partnerId;
    }

    String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }
}
