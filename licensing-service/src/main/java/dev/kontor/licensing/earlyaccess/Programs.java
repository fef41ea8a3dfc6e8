package dev.kontor.licensing.earlyaccess;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class Programs implements PanacheRepositoryBase<Program, String> {

    List<Program> page(String afterCode, int max) {
        return find("code > ?1 order by code", afterCode).page(0, max).list();
    }
}
