package roadcase.cli;

import groovy.lang.GroovySystem;
import picocli.CommandLine.IVersionProvider;

/** Who runs here, for {@code --version}, fault reports and the doctor. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {own(), "Java " + Runtime.version(), "Groovy " + groovy()};
    }

    /** {@code Roadcase 0.1.0}; the number comes from the jar's manifest and is missing while classes lie in folders. */
    static String own() {
        String number = Versions.class.getPackage().getImplementationVersion();
        return number == null ? "Roadcase" : "Roadcase " + number;
    }

    static String groovy() {
        return GroovySystem.getVersion();
    }
}
