package dev.kontor.reporting.dashboards;

import dev.kontor.platform.web.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;

/** A dashboard somebody made for one customer. */
@Entity
@Table(name = "dashboards")
class CustomDashboard {

    @Id
    private UUID id;

    /** Row security and queries read these two; the class itself doesn't. */
    @SuppressWarnings("UnusedVariable")
    @Column(nullable = false)
    private UUID partnerId;

    @SuppressWarnings("UnusedVariable")
    @Column(nullable = false)
    private UUID customerId;

    @Column(nullable = false)
    private String name;

    @Convert(converter = WidgetsJson.class)
    @Column(nullable = false)
    private List<Widget> widgets;

    @Version
    private long version;

    protected CustomDashboard() {}

    static CustomDashboard of(UUID partnerId, UUID customerId, WriteDashboard command) {
        var dashboard = new CustomDashboard();
        dashboard.id = Ids.next();
        dashboard.partnerId = partnerId;
        dashboard.customerId = customerId;
        dashboard.replace(command);
        return dashboard;
    }

    void replace(WriteDashboard command) {
        name = command.name();
        widgets = command.toWidgets();
    }

    long version() {
        return version;
    }

    Dashboard shown() {
        return new Dashboard(id.toString(), LocalText.of(name), false, version, widgets);
    }
}
