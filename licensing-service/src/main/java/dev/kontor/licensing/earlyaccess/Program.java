package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.catalogue.Category;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;

/** A preview program that the vendor runs. */
@Entity
@Table(name = "early_access_programs")
class Program {

    @Id
    private String code;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String description;

    private boolean flexCompatible;

    @Column(nullable = false)
    private List<String> categories;

    private boolean open;

    @Version
    private long version;

    protected Program() {}

    static Program create(String code, ProgramChange wanted) {
        var program = new Program();
        program.code = code;
        program.change(wanted);
        return program;
    }

    void change(ProgramChange wanted) {
        name = wanted.name();
        description = wanted.description() == null ? "" : wanted.description();
        flexCompatible = wanted.flexCompatible();
        categories = wanted.categories().stream().distinct().map(Enum::name).toList();
        open = !Boolean.FALSE.equals(wanted.open());
    }

    ProgramView view() {
        return new ProgramView(code, name, description, flexCompatible, categories(), open);
    }

    List<Category> categories() {
        return Arrays.stream(Category.values())
                .filter(category -> categories.contains(category.name()))
                .toList();
    }

    String code() {
        return code;
    }

    boolean flexCompatible() {
        return flexCompatible;
    }

    boolean isOpen() {
        return open;
    }

    long version() {
        return version;
    }
}
