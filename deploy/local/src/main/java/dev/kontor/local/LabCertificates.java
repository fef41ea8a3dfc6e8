package dev.kontor.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority for this data directory alone, and what it certifies; made by the JDK's own keytool. */
record LabCertificates(Path folder, String password) {

    private static final List<String> KEY = List.of("-keyalg", "EC", "-groupname", "secp256r1");

    /** What clients are told to trust; the same for as long as the data are kept. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /** A server's side of TLS for these names, certified anew: they may be others than at the last start. */
    SSLContext server(List<String> names) throws IOException, InterruptedException {
        Directories.createPrivate(folder);
        if (!Files.exists(authority())) {
            makeAuthority();
        }
        var store = folder.resolve("server.p12");
        Files.deleteIfExists(store);
        var request = folder.resolve("server.csr");
        var certificate = folder.resolve("server.pem");
        keytool(store, KEY, "-genkeypair", "-alias", "server", "-dname", "CN=" + names.get(0), "-validity", "397");
        keytool(store, List.of(), "-certreq", "-alias", "server", "-file", request.toString());
        var alternatives = names.stream().map(name -> "dns:" + name).collect(Collectors.joining(","));
        keytool(
                folder.resolve("ca.p12"),
                List.of("-ext", "san=" + alternatives, "-ext", "eku=serverAuth", "-ext", "ku:c=digitalSignature"),
                "-gencert",
                "-alias",
                "ca",
                "-rfc",
                "-validity",
                "397",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString());
        keytool(
                store,
                List.of("-noprompt"),
                "-importcert",
                "-alias",
                "ca",
                "-file",
                authority().toString());
        keytool(store, List.of(), "-importcert", "-alias", "server", "-file", certificate.toString());
        try (var in = Files.newInputStream(store)) {
            return context(in);
        }
    }

    private void makeAuthority() throws IOException, InterruptedException {
        var store = folder.resolve("ca.p12");
        Files.deleteIfExists(store);
        keytool(
                store,
                KEY,
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=Kontor lab authority",
                "-validity",
                "3650",
                "-ext",
                "bc:c=ca:true",
                "-ext",
                "ku:c=keyCertSign,cRLSign");
        keytool(
                store,
                List.of("-rfc"),
                "-exportcert",
                "-alias",
                "ca",
                "-file",
                authority().toString());
    }

    private SSLContext context(InputStream store) throws IOException {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(store, password.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void keytool(Path store, List<String> more, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(more);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass:env", "STORE"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Not an argument: whoever lists processes would read it.
        builder.environment().put("STORE", password);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said.strip());
        }
    }
}
