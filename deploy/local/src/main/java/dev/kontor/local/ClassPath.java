package dev.kontor.local;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;

final class ClassPath {

    private ClassPath() {}

    /** Everything this process can load: Surefire hides the test class path behind one jar and names it in a property. */
    static String ofThisProcess() {
        var entries = new LinkedHashSet<String>();
        for (var property : new String[] {"surefire.test.class.path", "java.class.path"}) {
            for (var entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isBlank()) {
                    entries.add(entry);
                }
            }
        }
        var source = ClassPath.class.getProtectionDomain().getCodeSource();
        if (source != null && "file".equals(source.getLocation().getProtocol())) {
            try {
                entries.add(Path.of(source.getLocation().toURI()).toString());
            } catch (URISyntaxException | IllegalArgumentException notAFile) {
                // the properties above name it as well
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
