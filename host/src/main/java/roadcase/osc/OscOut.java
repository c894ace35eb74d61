package roadcase.osc;

import java.net.InetSocketAddress;

/** The way out of an {@link OscEnd}. */
@FunctionalInterface
public interface OscOut {
    /** Never waits. @return false where there is no room; the message is then dropped and counted */
    boolean send(InetSocketAddress to, OscMessage message);
}
