package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWritersTest {

    private static final String ORDER = "package a;\n\n@Entity\n@DynamicUpdate\nclass PlacedOrder {}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"insert into placed_order (id) values (:id)\"",
                "\"\"\"\n    INSERT INTO placed_order\n    select 1\"\"\"",
                "\"update placed_order set id = :id\"",
                "\"update placed_order o\n    set id = :id\"",
                "\"update placed_order as o set id = :id\"",
                "\"update PlacedOrder o set o.id = :id\"",
                "\"update placed_order\" + \" set id = :id\"",
                "\"delete from placed_order\"",
                "CopyTable.of(\"placed_order\", \"id\").name()",
                "\"delete from PlacedOrder where id = ?1\"",
                "\"with gone as (delete from public.placed_order returning id) select 1\""
            })
    void aStatementWritesTheTableOfAnothersEntity(String statement) {
        assertThat(broken(ORDER, "package b;\nclass Rows { String sql = " + statement + "; }"))
                .isEqualTo(Map.of("placed_order", Set.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"select id from placed_order for update skip locked\"",
                "\"select id from placed_order o for update of o\"",
                "\"insert into line (id) values (1) on conflict (id) do update set placed_order = 1\"",
                "1; // update placed_order set id = 1",
                "1; /* delete from placed_order */"
            })
    void whoeverReadsItOrOnlySpeaksOfItDoesNot(String statement) {
        assertThat(broken(ORDER, "package b;\nclass Rows { Object sql = " + statement + "; }"))
                .isEmpty();
    }

    @Test
    void anEntityMayNameItsTable() {
        assertThat(broken(
                        "package a;\n@Entity\n@Table(name = \"orders\")\nclass PlacedOrder {}",
                        "package b;\nclass Rows { String sql = \"delete from orders\"; }"))
                .isEqualTo(Map.of("orders", Set.of("a", "b")));
    }

    @Test
    void onePackageMayWriteATableAtManyPlaces() {
        assertThat(broken(ORDER, "package a;\nclass Rows { String sql = \"delete from placed_order\"; }"))
                .isEmpty();
    }

    @Test
    void thePlatformsTablesAreWrittenByNobodyElse() {
        assertThat(broken("package a;\nclass Rows { String sql = \"delete from outbox\"; }"))
                .isEqualTo(Map.of("outbox", Set.of("a")));
    }

    private static Map<String, Set<String>> broken(String... sources) {
        return TableWriters.of(List.of(sources)).broken();
    }
}
