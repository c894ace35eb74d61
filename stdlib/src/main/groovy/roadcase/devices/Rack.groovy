package roadcase.devices

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.words.Block
import roadcase.words.ChainBlock
import roadcase.words.Master
import roadcase.words.Slot
import roadcase.words.SlotBlock
import roadcase.words.Slots
import roadcase.words.Unit

/**
 * Our own instruments: eight slots, and a master behind them. The same rack in every file.
 *
 * <p>The thread that reads the gig.
 */
@Spoken('the rack')
final class Rack implements Unit {
    private final RigBuilder rig

    Rack(RigBuilder rig, String alias) {
        if (alias != null) throw rig.error("there is one rack: say device(Rack)")
        rig.mustBeReading('device')
        this.rig = rig
        rig.rack()
    }

    @NotAWord
    @Override
    String name() {
        'Rack'
    }

    @Builds
    @Word(says = "rack.audio rate: 48000, buffer: 256, output: 'Scarlett'",
            meaning = 'Sample rate, buffer and sound card, where the usual ones are not right; JACK has its own.',
            example = '''
        rack.audio rate: 48000, buffer: 256
        rack.slot(1, 'Lead') { instrument 'Poly' }''')
    void audio(@NamedParams([@NamedParam(value = 'rate', type = Integer), @NamedParam(value = 'buffer', type = Integer),
            @NamedParam(value = 'output', type = String)]) Map<String, ?> named) {
        rig.mustBeReading('audio')
        Integer rate = (Integer) named.rate
        Integer buffer = (Integer) named.buffer
        rig.rack().audio(rate == null ? 0 : rate, buffer == null ? 0 : buffer, (String) named.output)
    }

    @Builds
    @Word(says = "rack.session('linkrig')",
            meaning = 'The name under which gains, mutes, solos and parameters are remembered.', example = '''
        rack.session 'linkrig'
        mix.faders[1].to(rack.slots[1].gain)''')
    void session(String name) {
        rig.mustBeReading('session')
        if (name == null || name.isBlank()) throw rig.error("a session needs a name: rack.session 'linkrig'")
        rig.rack().session(rig.written(name))
    }

    @Builds(butAtThePrompt = true)
    @Word(says = "rack.slot(1, 'Lead') { } · rack.slot('Lead')",
            meaning = 'A place for an instrument, with what is in it; by its name alone the one made above.', example = '''
        def lead = rack.slot(1, 'Lead') {
            instrument 'Poly'
            gain(-3.dB)
        }
        keys.to(lead)''')
    Slot slot(String name) {
        new Slot(rig, rig.rack().find(name))
    }

    @Builds
    Slot slot(int number, String name, @DelegatesTo(value = SlotBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig.mustBeReading('slot')
        if (name == null || name.isBlank()) throw rig.error("a slot needs a name: rack.slot(1, 'Lead') { ... }")
        rig.rack().slot(rig.rack().checked(number), rig.written(name))
        Block.read(new SlotBlock(rig, number), body)
        new Slot(rig, number)
    }

    @Word(says = 'rack.slots', meaning = 'All eight slots.', example = '''
        for (slot in rack.slots) mix.mute[slot.number].toggles().to(slot.mute)''')
    Slots getSlots() {
        new Slots(rig)
    }

    @Builds
    @Word(says = 'rack.master { }', meaning = 'What the sum of all slots goes through.', example = '''
        rack.master {
            effect 'Room'
            gain(-6.dB)
        }''')
    Master master(@DelegatesTo(value = ChainBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig.mustBeReading('master')
        Block.read(new ChainBlock(rig, 0), body)
        master
    }

    @Word(says = 'rack.master', meaning = 'The sum of all slots.', gives = 'Master',
            example = 'mix.master.to(rack.master.gain)')
    Master getMaster() {
        if (rig.isReading()) rig.rack().master()
        new Master(rig)
    }
}
