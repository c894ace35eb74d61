package roadcase.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a Linux kernel says about this machine, read from its files below {@code root}. Elsewhere they are missing and
 * every answer is empty.
 *
 * <p>Source: proc(5) for {@code /proc/self/limits} and {@code /proc/self/status}; kernel documentation
 * {@code admin-guide/pm/cpufreq} for governors.
 */
final class Machine {
    private final Path root;

    Machine(Path root) {
        this.root = root;
    }

    boolean isLinux() {
        return Files.isReadable(root.resolve("proc/self/limits"));
    }

    /** The highest real-time priority that this process may ask for; 0 for none. */
    Optional<Long> realTimePriority() {
        return limit("Max realtime priority");
    }

    /** Bytes that this process may lock in memory; {@link Long#MAX_VALUE} for all. */
    Optional<Long> lockedMemory() {
        return limit("Max locked memory");
    }

    boolean isRoot() {
        return numbers("Uid:").stream().skip(1).findFirst().orElse(-1L) == 0;
    }

    /** Whether this process belongs to the group; empty where there is no such group. */
    Optional<Boolean> inGroup(String name) {
        for (String line : lines("etc/group")) {
            String[] parts = line.split(":");
            if (parts.length < 3 || !parts[0].equals(name) || !parts[2].matches("\\d{1,10}")) continue;
            long id = Long.parseLong(parts[2]);
            return Optional.of(numbers("Groups:").contains(id) || numbers("Gid:").contains(id));
        }
        return Optional.empty();
    }

    /** How the processors choose their speed, each answer once: {@code performance}, {@code powersave} … */
    List<String> governors() {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> cpus =
                Files.newDirectoryStream(root.resolve("sys/devices/system/cpu"), "cpu[0-9]*")) {
            for (Path cpu : cpus)
                lines(root.relativize(cpu.resolve("cpufreq/scaling_governor")).toString()).stream()
                        .findFirst().filter(g -> !found.contains(g)).ifPresent(found::add);
        } catch (IOException notSaid) {
            return List.of();
        }
        return found;
    }

    /** Whether ALSA's sequencer can be reached: empty where the machine has none. */
    Optional<Boolean> sequencer() {
        Path seq = root.resolve("dev/snd/seq");
        return Files.exists(seq) ? Optional.of(Files.isReadable(seq) && Files.isWritable(seq)) : Optional.empty();
    }

    /** Sound cards by name, in the kernel's order. Source: kernel documentation {@code sound/designs/procfile}. */
    List<String> soundCards() {
        return lines("proc/asound/cards").stream().filter(line -> line.matches(" *\\d+ \\[.*\\]: .*"))
                .map(line -> line.replaceFirst("^ *\\d+ \\[.*?\\]: ", "").replaceFirst("^.*? - ", "")).toList();
    }

    /** The device files that sound cards are played through. */
    List<Path> soundOutputs() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root.resolve("dev/snd"), "pcm*p")) {
            all.forEach(found::add);
        } catch (IOException none) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    private Optional<Long> limit(String name) {
        for (String line : lines("proc/self/limits")) {
            if (!line.startsWith(name)) continue;
            String soft = line.substring(name.length()).strip().split("\\s+")[0];
            if (soft.equals("unlimited")) return Optional.of(Long.MAX_VALUE);
            return soft.matches("\\d{1,18}") ? Optional.of(Long.parseLong(soft)) : Optional.empty();
        }
        return Optional.empty();
    }

    private List<Long> numbers(String key) {
        for (String line : lines("proc/self/status"))
            if (line.startsWith(key))
                return Arrays.stream(line.substring(key.length()).strip().split("\\s+"))
                        .filter(n -> n.matches("\\d{1,18}")).map(Long::parseLong).toList();
        return List.of();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException notSaid) {
            return List.of();
        }
    }
}
