package dev.kontor.licensing.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.OptimisticLock;

/** Something the vendor sells. Code, category and unit stay: licences, usage and price books lean on them. */
@Entity
@Table(name = "products")
@SuppressWarnings("UnusedVariable") // Some columns only queries read.
class Product {

    @Id
    private String code;

    @Column(nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Category category;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Unit unit;

    private boolean monthly;

    @Column(nullable = false)
    private List<String> formerNames = new ArrayList<>();

    @Version
    private long version;

    /** Its event is in the outbox; nothing a caller edits, so no new version. */
    @OptimisticLock(excluded = true)
    private boolean announced;

    protected Product() {}

    static Product create(String code, ProductChange wanted) {
        var product = new Product();
        product.code = code;
        product.name = wanted.name();
        product.category = wanted.category();
        product.unit = wanted.unit();
        product.offerMonthly(wanted.monthly());
        return product;
    }

    /** Whether anything changed. */
    boolean change(ProductChange wanted) {
        var before = view();
        if (category != wanted.category()) {
            throw ProductProblem.fixed("category");
        }
        if (unit != wanted.unit()) {
            throw ProductProblem.fixed("unit");
        }
        rename(wanted.name());
        offerMonthly(wanted.monthly());
        return !view().equals(before);
    }

    /** Every name it ever had stays findable, each once; a name it takes back is no former one any more. */
    private void rename(String newName) {
        if (newName.equals(name)) {
            return;
        }
        var former = new ArrayList<>(formerNames);
        former.add(name);
        former.remove(newName);
        formerNames = former;
        name = newName;
    }

    private void offerMonthly(boolean offered) {
        if (offered && !category.canBeMonthly()) {
            throw ProductProblem.neverMonthly(category);
        }
        monthly = offered;
    }

    void markAnnounced() {
        announced = true;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    Category category() {
        return category;
    }

    boolean monthly() {
        return monthly;
    }

    ProductView view() {
        return new ProductView(code, name, category, unit, monthly, List.copyOf(formerNames));
    }

    ProductState state() {
        return new ProductState(code, name, category, unit, monthly, List.copyOf(formerNames), version);
    }
}
