package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import groovy.transform.PackageScope
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.SlotPlan
import roadcase.rig.plan.Target
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.units.Span

/** A place for an instrument: lines end in it as in any output. */
@Spoken('a slot')
final class Slot implements Destination {
    private static final int USUAL_VELOCITY = 100
    private static final Span USUAL_LENGTH = Span.ofMillis(500d)

    private final RigBuilder rig
    private final int number

    Slot(RigBuilder rig, int number) {
        this.rig = rig
        this.number = number
        if (rig.isReading()) rig.rack().checked(number)
    }

    @NotAWord
    @Override
    Target target() {
        new Target.ToPort(rig.rack().port(number))
    }

    @NotAWord
    @Override
    String name() {
        "slot $number"
    }

    @Word(says = 'slot.number', meaning = 'Its number, 1 to 8.', example = '''
        for (slot in rack.slots) mix.faders[slot.number].to(slot.gain)''')
    int getNumber() {
        number
    }

    @Word(says = 'slot.gain',
            meaning = 'Its level in dB, as a value; a fader moves it like one of a desk, 0 dB at three quarters.',
            example = 'mix.faders[1].to(rack.slots[1].gain)')
    Value getGain() {
        new Value(rig, SlotPlan.gainName(number))
    }

    @Word(says = 'slot.mute', meaning = 'Silences it, as a switch; mute wins over solo.',
            example = 'mix.mute[1].toggles().to(rack.slots[1].mute)')
    Switch getMute() {
        new Switch(rig, SlotPlan.muteName(number))
    }

    @Word(says = 'slot.solo', meaning = 'As soon as any slot is soloed, only soloed ones are heard.',
            example = 'mix.recArm[1].toggles().to(rack.slots[1].solo)')
    Switch getSolo() {
        new Switch(rig, SlotPlan.soloName(number))
    }

    @Word(says = 'slot.meter', meaning = 'How loud it is.',
            example = "panel('Stage') { meter 'Slot 1', rack.slots[1].meter }")
    Meter getMeter() {
        new Meter(name())
    }

    @Word(says = 'slot.spectrum(8)', meaning = 'How loud each of so many bands of it is, from 40 Hz to 16 kHz.',
            gives = 'Meters', example = "panel('Stage') { meter 'First', rack.slots[1].spectrum(8) }")
    List<Meter> spectrum(int bands) {
        Meter.bands(rig, name(), bands)
    }

    @Word(says = "slot.parameter(1) · slot.parameter('Cutoff')",
            meaning = 'What can be turned on its instrument, by number or name, from 0 to 1.',
            example = 'mix.knobs[1].to(rack.slots[1].parameter(1))')
    Value parameter(int number) {
        parameterOf(rig, this.number, 0, number)
    }

    Value parameter(String name) {
        parameterOf(rig, number, 0, name)
    }

    @Word(says = "slot.effect('PingPong')", meaning = 'One of its effects.', example = '''
        def lead = rack.slot(1, 'Lead') {
            instrument 'Poly'
            effect     'PingPong'
        }
        mix.knobs[1].to(lead.effect('PingPong').parameter(1))''')
    Effect effect(String name) {
        new Effect(rig, number, rig.rack().findEffect(number, name))
    }

    @Word(says = 'slot.play(C4) · slot.play(C4, velocity: 100, length: 500.ms)', meaning = 'Plays a note in it now.',
            livesIn = 'reaction', example = '''
        def lead = rack.slot(1, 'Lead') { instrument 'Poly' }
        mix.soloKey.onPress { lead.play(C4, velocity: 100, length: 500.ms) }''')
    void play(int note) {
        play([:], note)
    }

    void play(@NamedParams([@NamedParam(value = 'velocity', type = Integer), @NamedParam(value = 'length', type = Span)]) Map<String, ?> named,
            int note) {
        Quantity.NOTE.checked(rig, note)
        Integer velocity = (Integer) named.velocity
        Span length = (Span) named.length
        int loud = Quantity.VELOCITY.checked(rig, velocity == null ? USUAL_VELOCITY : velocity)
        if (loud == 0) throw rig.error('velocity: 0 is no note; velocities are 1 to 127')
        if (length != null && (length.isMusic() || length.isNegative()))
            throw rig.error("length: $length; a test note lasts a time, such as 500.ms")
        Now.of(rig, 'play').play(number, note, loud, (length ?: USUAL_LENGTH).inNanos())
    }

    @PackageScope
    static Value parameterOf(RigBuilder rig, int slot, int position, int number) {
        if (number < 1) throw rig.error("parameter($number); the first is parameter(1)")
        parameterOf(rig, slot, position, number.toString())
    }

    @PackageScope
    static Value parameterOf(RigBuilder rig, int slot, int position, String name) {
        if (name == null || name.isBlank()) throw rig.error("a parameter has a number or a name: parameter('Cutoff')")
        if (rig.isReading()) return new Value(rig, rig.rack().parameter(slot, position, name))
        new Value(rig, SlotPlan.parameterName(slot, position, name))
    }

    @Override
    boolean equals(Object other) {
        other instanceof Slot && ((Slot) other).number == number
    }

    @Override
    int hashCode() {
        number
    }

    @Override
    String toString() {
        name()
    }
}
