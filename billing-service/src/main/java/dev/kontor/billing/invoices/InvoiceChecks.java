package dev.kontor.billing.invoices;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Derives again what issued documents say, from what is stored of them; in the caller's transaction, as worker. */
@ApplicationScoped
public class InvoiceChecks {

    private final Invoices invoices;
    private final Database database;

    InvoiceChecks(Invoices invoices, Database database) {
        this.invoices = invoices;
        this.database = database;
    }

    /** Series and years whose numbers don't run from 1 without a gap. */
    public List<String> numbers(int most) {
        return database.sql(
                        """
                        select n.series || '-' || n.year from invoice_number n cross join lateral (
                            select count(*) as given, max(i.number) as last from invoice i
                            where i.series = n.series and starts_with(i.number, n.series || '-' || n.year || '-')) i
                        where i.given <> n.last or not i.last like '%' || n.last limit :most""")
                .with("most", most)
                .list(String.class);
    }

    /** The numbers of documents that no longer say what their content hash was made of. */
    public List<String> hashes(YearMonth month, int most) {
        var broken = new ArrayList<String>();
        invoices.eachOfMonth(month, (issued, data) -> {
            if (broken.size() < most && !DocumentHash.of(issued.invoice(), data).equals(issued.contentHash())) {
                broken.add(issued.invoice().number());
            }
        });
        return broken;
    }

    /** The numbers of documents whose net is not their statement's total. */
    public List<String> totals(YearMonth month, int most) {
        return database.sql(
                        """
                        select i.number from invoice i
                        join statement s on s.partner_id = i.partner_id and s.id = i.statement_id
                        where i.month = :month
                          and (i.net <> case when i.reversed then -s.total else s.total end
                               or i.statement_hash <> s.content_hash)
                        limit :most""")
                .with("month", month)
                .with("most", most)
                .list(String.class);
    }
}
