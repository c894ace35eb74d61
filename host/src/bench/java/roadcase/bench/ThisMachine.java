package roadcase.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import roadcase.rig.RealTime;

/** What a table must say of the machine: figures without it mean nothing. */
final class ThisMachine {
    private ThisMachine() {}

    static String line(double loadBefore) {
        return String.format(Locale.ROOT, "%d cores of %s; %s; %s %s; load %.1f before and %.1f after; %s",
                Runtime.getRuntime().availableProcessors(), processor(), jvm(), System.getProperty("os.name"),
                System.getProperty("os.version"), loadBefore, load(), realTime());
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try {
            return Files.lines(Path.of("/proc/cpuinfo")).filter(l -> l.startsWith("model name")).findFirst()
                    .map(l -> l.substring(l.indexOf(':') + 1).strip()).orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    private static String jvm() {
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().get(0).getName().split(" ")[0];
        return "Java " + Runtime.version() + " with " + collectors + ", heap "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB";
    }

    /** Asked on a thread of its own, which then ends. */
    private static String realTime() {
        String[] answer = new String[1];
        Thread asks = new Thread(() -> answer[0] = RealTime.ask());
        asks.start();
        try {
            asks.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer[0] == null ? "the Conductor has real-time priority" : answer[0];
    }
}
