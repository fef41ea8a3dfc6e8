package dev.kontor.platform.security.notes;

import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.notes.NoteResource.EditableNote;
import dev.kontor.platform.security.notes.NoteResource.NoteView;
import dev.kontor.platform.security.notes.NoteResource.WriteNote;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Notes {

    private final AgroalDataSource database;
    private final Gate gate;

    Notes(AgroalDataSource database, Gate gate) {
        this.database = database;
        this.gate = gate;
    }

    record Note(UUID id, UUID partnerId, UUID customerId, String text, long version) {

        NoteView view() {
            return new NoteView(id, partnerId, customerId, text);
        }
    }

    /** Without a where that names a partner: that is the point. */
    @Transactional
    List<NoteView> all(PageRequest page) {
        var after = page.after().map(row -> row.get(0)).orElse("00000000-0000-0000-0000-000000000000");
        return query("where id > ?::uuid order by id limit " + page.fetch(), after).stream()
                .map(Note::view)
                .toList();
    }

    @Transactional
    Note one(UUID id) {
        return query("where id = ?::uuid", id.toString()).stream().findFirst().orElseThrow(Problems::notFound);
    }

    @Transactional
    @Idempotent
    NoteView write(UUID partnerId, WriteNote command) {
        return insert(partnerId, command);
    }

    private NoteView insert(UUID partnerId, WriteNote command) {
        var note = new NoteView(Ids.next(), partnerId, command.customerId(), command.text());
        update(
                "insert into note (id, partner_id, customer_id, text) values (?, ?, ?, ?)",
                note.id(),
                note.partnerId(),
                note.customerId(),
                note.text());
        return note;
    }

    @Transactional
    void change(UUID id, EditableNote edited) {
        update("update note set text = ?, version = version + 1 where id = ?", edited.text(), id);
    }

    @Transactional
    @Idempotent(keepAnswer = false)
    String secret(WriteNote command) {
        return "secret of " + command.text();
    }

    @Transactional
    @Idempotent
    NoteView writeBehindTheGate(UUID partnerId, WriteNote command) {
        gate.pass();
        return insert(partnerId, command);
    }

    @Transactional
    @Idempotent
    void writeAndFail(UUID partnerId, WriteNote command) {
        insert(partnerId, command);
        throw CommonProblem.IDEMPOTENCY_IN_PROGRESS.problem();
    }

    /** What the database says where two transactions wait for each other. */
    @Transactional
    void writeAcrossAnother() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("do $$ begin raise exception 'crossed' using errcode = 'deadlock_detected'; end $$");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Note> query(String rest, String value) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select id, partner_id, customer_id, text, version from note " + rest)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<Note>();
                while (rows.next()) {
                    found.add(new Note(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getObject(3, UUID.class),
                            rows.getString(4),
                            rows.getLong(5)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql, Object... values) {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
