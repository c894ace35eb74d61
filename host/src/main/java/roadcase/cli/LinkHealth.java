package roadcase.cli;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import roadcase.rig.LinkLook;

/** The doctor's look at Ableton Link: why nobody is seen. Source of the port and address: Link's discovery, UDP 20808. */
final class LinkHealth {
    /** Peers meet within half a second. */
    static final long LOOK_MILLIS = 1_000;
    private static final String WHERE = "the other program's own Link switch on, both on one network (a guest network keeps"
            + " its members apart), and UDP port 20808 with multicast to 224.76.78.75 let through by every firewall: sudo ufw"
            + " allow 20808/udp";

    private LinkHealth() {}

    static Symptom look() {
        return of(LinkLook.look(LOOK_MILLIS), networks());
    }

    /** @param networks names of networks that carry multicast, without the one of this machine alone */
    static Symptom of(LinkLook look, List<String> networks) {
        if (!look.isHere())
            return Symptom.toDo(look.line(), "sudo apt install ableton-link-dev, then start Roadcase again: it builds what is new");
        if (look.peers() > 0) return Symptom.ok(look.line());
        if (networks.isEmpty())
            return Symptom.toDo("Link: no network here carries multicast, so nobody can be met", "join a network: Link goes over"
                    + " Wi-Fi or a cable, not over USB");
        return Symptom.ok(look.line() + " (looked on " + String.join(", ", networks) + "); where somebody should be: " + WHERE);
    }

    private static List<String> networks() {
        List<String> names = new ArrayList<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces()))
                if (one.isUp() && one.supportsMulticast() && !one.isLoopback()) names.add(one.getName());
        } catch (SocketException unknown) {
            return List.of("networks that this system does not name: " + unknown.getMessage());
        }
        return names;
    }
}
