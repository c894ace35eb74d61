package roadcase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import roadcase.files.Folders;

/** Looks at everything that a show stands on: what is fine, and for what is not, what to do. */
final class Doctor {
    /** What the Conductor's thread asks for stays below this; drivers and JACK run above it. */
    private static final long PRIORITY_WANTED = 70;

    /** A JVM with a modest heap, locked. */
    private static final long LOCKED_WANTED = 512L << 20;

    private final Machine machine;
    private final Folders folders;

    Doctor(Machine machine, Folders folders) {
        this.machine = machine;
        this.folders = folders;
    }

    List<Symptom> system() {
        List<Symptom> found = new ArrayList<>();
        found.add(Symptom.ok(Versions.own() + ", Groovy " + Versions.groovy()));
        found.add(java());
        if (machine.isLinux()) {
            found.add(realTime());
            found.add(locked());
            machine.inGroup("audio").ifPresent(in -> found.add(group(in)));
            if (!machine.governors().isEmpty()) found.add(governor());
            found.add(sequencer());
        }
        found.add(writable("state (what gigs remember)", folders.state()));
        found.add(writable("cache (compiled scripts)", folders.cache()));
        return found;
    }

    private static Symptom java() {
        String version = "Java " + Runtime.version();
        if (Runtime.version().feature() < 17) return Symptom.toDo(version + " is too old", "install a JDK 17 or newer");
        return ToolProvider.getSystemJavaCompiler() != null
                ? Symptom.ok(version + ", a JDK")
                : Symptom.toDo(version + " is no JDK: Roadcase plays, but cannot be built with it",
                        "install a JDK 17 or newer, for example: apt install openjdk-17-jdk");
    }

    private Symptom realTime() {
        long priority = machine.realTimePriority().orElse(0L);
        if (machine.isRoot()) return Symptom.ok("real-time rights: this is root, who has them");
        if (priority >= PRIORITY_WANTED) return Symptom.ok("real-time rights: up to priority " + priority);
        return Symptom.toDo(
                priority == 0 ? "real-time rights: none, so other programs can delay notes"
                        : "real-time rights: only up to priority " + priority + ", wanted are " + PRIORITY_WANTED,
                "as root: echo '@audio - rtprio 95' > /etc/security/limits.d/audio.conf, join the group audio,"
                        + " log in again");
    }

    private Symptom locked() {
        long bytes = machine.lockedMemory().orElse(0L);
        if (machine.isRoot()) return Symptom.ok("memory may be locked: this is root");
        if (bytes >= LOCKED_WANTED)
            return Symptom.ok("memory may be locked: "
                    + (bytes == Long.MAX_VALUE ? "all of it" : (bytes >> 20) + " MB"));
        return Symptom.toDo("memory may be locked: only " + (bytes >> 10)
                + " KB, so a busy machine can swap a show out",
                "as root: echo '@audio - memlock unlimited' >> /etc/security/limits.d/audio.conf, then log in again");
    }

    private Symptom group(boolean in) {
        if (in || machine.isRoot()) return Symptom.ok("group audio: " + (in ? "you are in it" : "not needed by root"));
        return Symptom.toDo("group audio: you are not in it", "sudo usermod -aG audio \"$USER\", then log in again");
    }

    private Symptom governor() {
        List<String> governors = machine.governors();
        String said = "processor speed: " + String.join(", ", governors);
        if (governors.equals(List.of("performance"))) return Symptom.ok(said);
        return Symptom.toDo(said + ": the first notes after a rest can be late",
                "for the show: sudo cpupower frequency-set -g performance");
    }

    private Symptom sequencer() {
        return machine.sequencer()
                .map(usable -> usable ? Symptom.ok("ALSA sequencer: there")
                        : Symptom.toDo("ALSA sequencer: there, but not for you", "join the group audio, log in again"))
                .orElse(Symptom.toDo("ALSA sequencer: missing, so USB gear is seen by JACK at most",
                        "sudo modprobe snd-seq (a container has none)"));
    }

    private static Symptom writable(String what, Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "doctor", ".tmp");
            Files.delete(probe);
            return Symptom.ok("folder for " + what + ": " + folder);
        } catch (IOException e) {
            return Symptom.toDo("folder for " + what + ": " + folder + " cannot be written to",
                    "make it yours: sudo chown -R \"$USER\" " + folder);
        }
    }
}
