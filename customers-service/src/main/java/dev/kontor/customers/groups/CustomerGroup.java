package dev.kontor.customers.groups;

import dev.kontor.platform.web.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A named set of customers. */
@Entity
class CustomerGroup {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String nameKey;

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
        nameKey = key(name);
        updatedAt = now;
    }

    /** Two names are the same where nothing but case, width or composition tells them apart. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
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
