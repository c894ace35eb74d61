package roadcase.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A gig of eight synths, with eight inserts and two effects on the master where this machine has plugins. */
final class FullRack {
    private static final List<String> INSERTS = List.of("ZamEQ2", "ZamComp", "ZamTube", "ZamDelay", "ZamGate", "ZamEQ2", "ZamComp", "ZamAutoSat");
    private static final List<String> MASTER = List.of("ZaMultiCompX2", "ZaMaximX2");

    private FullRack() {}

    /** Whether the module for plugins is built, and the plugins are there. */
    static boolean hasPlugins() {
        return Files.exists(Setup.house().resolve("native/build/libroadcase-plugins.so")) && Files.isDirectory(Path.of("/usr/lib/vst3/ZamEQ2.vst3"));
    }

    static String what() {
        return hasPlugins() ? "8 Poly, 8 inserts and 2 on the master of zam-plugins" : "8 Poly, no plugins here";
    }

    /**
     * @param generation makes each text another one
     * @param otherLines that play no slot
     */
    static String text(int generation, int otherLines) {
        StringBuilder text = new StringBuilder("""
                def keys = virtualInput('Keys')
                def out  = virtualOutput('Out')
                def rack = device(Rack)
                keys.onChannel(16).to(out)
                """);
        for (int slot = 1; slot <= 8; slot++) {
            text.append("def s").append(slot).append(" = rack.slot(").append(slot).append(", 'S").append(slot)
                    .append("') {\n    instrument 'Poly'\n");
            if (hasPlugins()) text.append("    effect '").append(INSERTS.get(slot - 1)).append("'\n");
            text.append("    gain(-12.dB)\n}\nkeys.onChannel(").append(slot).append(").to(s").append(slot).append(")\n");
        }
        if (hasPlugins()) {
            text.append("rack.master {\n");
            for (String effect : MASTER) text.append("    effect '").append(effect).append("'\n");
            text.append("}\n");
        }
        for (int i = 0; i < otherLines; i++)
            text.append("keys.onChannel(15).notes(").append((i + generation) % 120).append("..127).transpose(")
                    .append(generation % 12 - 6).append(").toChannel(").append(i % 16 + 1).append(").to(out)\n");
        return text.toString();
    }
}
