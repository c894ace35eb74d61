package roadcase.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import roadcase.rig.Conductor;
import roadcase.rig.Rig;
import roadcase.rig.plan.PortPlan;

/**
 * Shows the traffic of the ports that the script monitors, and of those that the shell asked for. While there are none
 * the Conductor knows nobody to show it to.
 */
final class Monitor {
    private final Conductor conductor;
    private final Herald herald;
    private Set<String> script = Set.of();
    private Set<String> shell = Set.of();
    private Shown shown = Shown.USUAL;

    Monitor(Conductor conductor, Herald herald) {
        this.conductor = conductor;
        this.herald = herald;
    }

    /** This rig plays now. */
    synchronized void of(Rig rig) {
        script = rig.monitored().stream().map(PortPlan::name).collect(Collectors.toUnmodifiableSet());
        show();
    }

    /** @param ports none for only the script's, {@code which} of all that is shown then */
    synchronized void also(List<String> ports, Shown which) {
        shell = Set.copyOf(ports);
        shown = which;
        show();
    }

    private void show() {
        Set<String> fromScript = script;
        Set<String> fromShell = shell;
        Shown which = shown;
        if (fromScript.isEmpty() && fromShell.isEmpty()) {
            conductor.monitor(null);
            return;
        }
        TrafficLines lines = herald.lines(which);
        conductor.monitor(traffic -> {
            if (fromShell.contains(traffic.port()) || fromScript.contains(traffic.port())) herald.traffic(traffic, lines);
        });
    }
}
