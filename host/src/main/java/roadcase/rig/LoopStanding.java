package roadcase.rig;

import java.util.Map;
import roadcase.loop.Content;
import roadcase.loop.Gains;
import roadcase.loop.LoopState;
import roadcase.loop.Rule;
import roadcase.loop.Strategy;

/**
 * How a loop stands, for faces. Levels in dB, NaN where they are not known. Immutable, any thread.
 *
 * @param strategy null while that is being found out
 * @param content null while that is not known
 * @param tuning what goes on, or null
 * @param proposals of the last tuning
 */
public record LoopStanding(String name, LoopState state, double measured, double target, double output, Strategy strategy,
        Content content, Gains gains, String tuning, Map<Rule, Gains> proposals) {}
