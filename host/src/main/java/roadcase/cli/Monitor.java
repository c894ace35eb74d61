package roadcase.cli;

import java.util.Set;
import java.util.stream.Collectors;
import roadcase.rig.Conductor;
import roadcase.rig.Rig;
import roadcase.rig.plan.PortPlan;

/** Shows the traffic of the ports that the script monitors, and of one more that the shell asked for. */
final class Monitor {
    private final Conductor conductor;
    private final Herald herald;
    private Set<String> script = Set.of();
    private String shell;

    Monitor(Conductor conductor, Herald herald) {
        this.conductor = conductor;
        this.herald = herald;
    }

    /** This rig plays now. */
    synchronized void of(Rig rig) {
        script = rig.monitored().stream().map(PortPlan::name).collect(Collectors.toUnmodifiableSet());
        show();
    }

    /** @param port or null for none but the script's */
    synchronized void also(String port) {
        shell = port;
        show();
    }

    private void show() {
        Set<String> fromScript = script;
        String fromShell = shell;
        if (fromScript.isEmpty() && fromShell == null) conductor.monitor(null);
        else conductor.monitor(traffic -> {
            if (traffic.port().equals(fromShell) || fromScript.contains(traffic.port())) herald.traffic(traffic);
        });
    }
}
