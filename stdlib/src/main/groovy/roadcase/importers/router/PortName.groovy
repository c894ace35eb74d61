package roadcase.importers.router

import groovy.transform.PackageScope
import java.util.regex.Matcher
import java.util.regex.Pattern

/** Names of ports: how the router writes them and how our scripts do. */
@PackageScope
final class PortName {
    private static final Pattern COUNTED = ~/(?s)(\d{1,4})_(.+)/
    private static final Pattern NETWORK = ~/([a-zA-Z0-9._-]+):(\d{1,5})(?:\/(.+))?/

    /** What our scripts would take for an address. */
    private static final Pattern ADDRESS_LIKE = ~/(?s).*:\d+\/.*|[a-zA-Z0-9._-]+:\d{4,}/

    private PortName() {}

    /** {@code 0_Name} is Name, {@code 1_Name} is Name #2: the number counts earlier ports of the same name. */
    static String ours(String theirs) {
        Matcher m = COUNTED.matcher(theirs.strip())
        if (!m.matches() || m.group(2).isBlank()) return noAddress(theirs.strip())
        int earlier = m.group(1).toInteger()
        noAddress(m.group(2).strip()) + (earlier == 0 ? '' : " #${earlier + 1}")
    }

    /** The name of a port of this machine, without what would make it an address. */
    private static String noAddress(String name) {
        ADDRESS_LIKE.matcher(name).matches() ? name.replace(':', ' ') : name
    }

    /** An easy route's destination: a network port where it reads {@code host:port/name}, else a port of this machine. */
    static RouterFilter destination(String written, Place place) {
        Matcher m = NETWORK.matcher(written.strip())
        if (!m.matches() || m.group(3) == null) return new ToPort(written, place)
        int socket = m.group(2).toInteger()
        socket in 1..65535 ? new ToNetwork(m.group(1), socket, m.group(3), place) : new ToPort(written, place)
    }

    /** As {@code output} takes it. */
    static String network(ToNetwork n) {
        "${n.host()}:${n.socket()}/${ours(n.port())}"
    }
}
