package dev.kontor.local;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;

/** What a newcomer needs next: where things are, two tokens, three commands to try. */
final class Welcome {

    private final Tokens tokens;
    private final Ports ports;
    private final DataDirectory data;
    private final Optional<PartnerApiHosts> partnerApi;

    Welcome(Http http, Ports ports, DataDirectory data, Optional<PartnerApiHosts> partnerApi) {
        this.tokens = new Tokens(http, ports);
        this.ports = ports;
        this.data = data;
        this.partnerApi = partnerApi;
    }

    void print(PrintStream out) throws IOException {
        var gateway = ports.url(Service.GATEWAY);
        var demo = DemoRecord.read(data);
        out.println();
        out.println("Kontor is ready");
        out.println("  API    " + gateway + "/v1");
        out.println("  Issuer " + ports.issuerUrl());
        out.println("  Logs   " + data.logs());
        if (partnerApi.isPresent()) {
            out.println("  Partner API " + partnerApi.get().apiUrl() + ", tokens "
                    + partnerApi.get().idUrl() + ", all on 127.0.0.1; trust "
                    + data.certificates().authority());
        }
        out.println();
        out.println("Vendor operator:");
        out.println("OPERATOR=" + tokens.get(Tokens.Wish.of(Role.VENDOR_OPERATOR)));
        if (demo.isPresent()) {
            var token = tokens.get(
                    Tokens.Wish.of(Role.PARTNER_SUPER_ADMIN, demo.get().partnerId(), Set.of(DemoData.PROGRAM)));
            out.println();
            out.println("Super-admin of " + demo.get().partnerName() + ":");
            out.println("TOKEN=" + token);
            out.println();
            out.println("Try:");
            curl(out, gateway + "/v1/customers?limit=5", "");
            curl(out, gateway + "/v1/statements", "");
            curl(
                    out,
                    gateway + "/v1/statements/" + demo.get().statementId(),
                    " -H 'Accept: application/pdf' -o statement.pdf");
        } else {
            out.println();
            out.println("Try:");
            out.println("  curl -s " + gateway + "/v1/whoami -H \"Authorization: Bearer $OPERATOR\"");
            out.println("  curl -s " + gateway + "/v1/partners -H \"Authorization: Bearer $OPERATOR\"");
            out.println("  curl -s " + gateway + "/v1/products -H \"Authorization: Bearer $OPERATOR\"");
        }
        out.println();
        out.println(
                "More tokens: deploy/token ROLE   For scripts: deploy/token --client   Clock: deploy/clock +P1D   Stop: deploy/down");
    }

    private static void curl(PrintStream out, String url, String more) {
        out.println("  curl -s '" + url + "' -H \"Authorization: Bearer $TOKEN\"" + more);
    }
}
