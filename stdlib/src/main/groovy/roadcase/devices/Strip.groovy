package roadcase.devices

import roadcase.script.Spoken
import roadcase.words.Button
import roadcase.words.Fader
import roadcase.words.Knob

/** A channel of a small mixer: what stands above each other on the panel. */
@Spoken('a strip')
final class Strip {
    /** From 1. */
    final int number
    final Knob top
    final Knob mid
    final Knob low
    final Fader fader
    final Button mute
    final Button recArm

    Strip(int number, Knob top, Knob mid, Knob low, Fader fader, Button mute, Button recArm) {
        this.number = number
        this.top = top
        this.mid = mid
        this.low = low
        this.fader = fader
        this.mute = mute
        this.recArm = recArm
    }
}
