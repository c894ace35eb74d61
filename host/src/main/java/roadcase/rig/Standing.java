package roadcase.rig;

import java.util.List;
import java.util.Map;

/**
 * How things stand.
 *
 * @param banks active bank by group
 * @param held notes, pedals and pressed buttons
 * @param missing ports with nobody behind them
 * @param lost messages that could not be sent
 * @param strangers identity replies by which a unit said that it is not the device that it is taken for
 */
public record Standing(String gig, Map<String, String> banks, double bpm, double beat, int held, List<String> missing,
        long received, long sent, long lost, long strayOffs, long refused, long reactionsLost, long strangers) {}
