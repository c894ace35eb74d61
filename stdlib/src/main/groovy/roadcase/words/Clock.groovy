package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.ClockPlan
import roadcase.rig.plan.ValuePlan
import roadcase.script.Spoken
import roadcase.units.Tempo

/** What keeps time for a gig; one for each source, however often it is named. */
@Spoken('a clock')
final class Clock {
    /** What Ableton Link accepts as a tempo, in beats per minute. */
    private static final double SLOWEST = 20d
    private static final double FASTEST = 999d
    private static final double USUAL = 120d

    private final Value tempo

    Clock(RigBuilder rig, ClockSource source, Tempo start) {
        double bpm = start == null ? 0d : start.inBpm()
        if (start != null && (bpm < SLOWEST || bpm > FASTEST))
            throw rig.error("tempo $start; tempos are 20 to 999 bpm")
        rig.clock(new ClockPlan(source.name(), bpm, rig.origin()))
        String name = ClockPlan.tempoName(source.name())
        double first = start == null ? USUAL : bpm
        rig.sharedValue(new ValuePlan(name, first, SLOWEST, FASTEST, rig.origin()))
        tempo = new Value(rig, name)
    }

    @Word(says = 'clock.tempo', meaning = 'The tempo as a value: show it, turn it, read it.',
            example = 'mix.master.between(60, 180).to(link.tempo)')
    Value getTempo() {
        tempo
    }
}
