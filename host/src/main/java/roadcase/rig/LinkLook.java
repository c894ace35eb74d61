package roadcase.rig;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import roadcase.clock.Session;
import roadcase.link.LinkFault;
import roadcase.link.LinkPeer;

/**
 * Who is on Link now, for faces without a gig.
 *
 * @param peers others, or -1 where there is no Link here
 * @param why there is none, or empty
 */
public record LinkLook(int peers, double bpm, String why) {
    private static final double USUAL_BPM = 120;
    private static final double USUAL_BAR = 4;

    /** Joins for as long as it takes to meet somebody, {@code millis} at most; nobody's tempo changes by it. */
    public static LinkLook look(long millis) {
        CountDownLatch met = new CountDownLatch(1);
        AtomicReference<Session.Line> last = new AtomicReference<>();
        try (LinkPeer peer = LinkPeer.open(USUAL_BAR, line -> {
            last.set(line);
            if (line.peers() > 0) met.countDown();
        })) {
            peer.join(USUAL_BPM, 0, System.nanoTime());
            // Those who are there make themselves known within half a second.
            met.await(millis, TimeUnit.MILLISECONDS);
            Session.Line line = last.get();
            return new LinkLook(line == null ? 0 : line.peers(), line == null ? USUAL_BPM : line.bpm(), "");
        } catch (LinkFault none) {
            return new LinkLook(-1, 0, none.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new LinkLook(0, USUAL_BPM, "");
        }
    }

    public boolean isHere() {
        return peers >= 0;
    }

    /** For people. */
    public String line() {
        if (!isHere()) return "Link: not here: " + why;
        if (peers == 0) return "Link: nobody else is there";
        return String.format(Locale.ROOT, "Link: %d %s there, %.1f bpm", peers, peers == 1 ? "other is" : "others are", bpm);
    }
}
