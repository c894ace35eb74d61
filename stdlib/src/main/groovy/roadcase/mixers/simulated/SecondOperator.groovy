package roadcase.mixers.simulated

import roadcase.mixers.FaderLevel
import roadcase.osc.OscOut

/** Somebody else at the desk: now and then a hand on a fader, up or down by up to three decibels. One thread. */
final class SecondOperator {
    private final List<String> faders
    private final long every
    private final Random random
    private long at = Long.MIN_VALUE

    SecondOperator(List<String> faders, long everyNanos, long seed) {
        this.faders = faders
        this.every = everyNanos
        this.random = new Random(seed)
    }

    /** @return when the hand moves next */
    long due(long now, SimulatedDesk desk, OscOut out) {
        if (at == Long.MIN_VALUE) at = now + every
        if (now < at) return at
        String fader = faders[random.nextInt(faders.size())]
        double level = Math.max(-60d, FaderLevel.decibels((double) desk.memory.number(fader)))
        double next = Math.max(-60d, Math.min(10d, level + 6d * random.nextDouble() - 3d))
        desk.move(now, fader, FaderLevel.FADER.wire(next), out)
        at = now + every
    }
}
