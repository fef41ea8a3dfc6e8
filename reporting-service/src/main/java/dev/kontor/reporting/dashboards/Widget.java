package dev.kontor.reporting.dashboards;

import dev.kontor.reporting.drawing.WidgetType;

/** One widget of a dashboard: what it shows, as what, under which title, where. */
public record Widget(String id, WidgetType type, LocalText title, Position position, String source) {}
