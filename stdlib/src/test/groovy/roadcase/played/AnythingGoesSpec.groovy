package roadcase.played

import spock.lang.Specification

/** Whatever a performer does, in whatever order: what was begun ends, and lights tell the truth. */
class AnythingGoesSpec extends Specification {
    static final String GEAR = '''
        def keys  = input('Keystation')
        def pads  = input('Pads')
        def mix   = device(MidiMix)
        def synth = output('Synth')
        def piano = output('Piano')
        def host  = virtualOutput('Host')
        def time  = clock(INTERNAL, 120.bpm)
        def four  = banks('Four') {
            previous mix.bankLeft
            next     mix.bankRight
            binaryDial mix.bankLeft, mix.bankRight
            bank 'A', channel: 1
            bank 'B', channel: 2
            bank 'C', channel: 3
            bank('D', channel: 4) { mix.recArm[1].to(piano) }
            everyBank {
                mix.mute.toggles().to(host)
                mix.solo.toggles().to(host)
                mix.recArm[1].toggles().to(host)
                mix.recArm[2].to(synth)
                mix.recArm[3].transpose(40).to(synth)
                mix.recArm[4].toggles().pulse().to(synth)
                holding(mix.soloKey) { mix.recArm[2].transpose(32).to(synth) }
                mix.knobs.hysteresis(3).to(host)
                mix.faders.pickup().to(host)
            }
        }
        '''.stripIndent()
    static final List<String> GIGS = [
        GEAR + '''
            keys.to(synth)
            keys.transpose(12).toChannel(2).to(synth, piano)
            pads.to(synth)
            mix.soloKey.onEvent { message -> }
            keys.cc(1).becomes(note(50)).to(synth, piano)
            ''',
        GEAR + '''
            keys.zone('Low', 0..59).transpose(-12).toChannel(3).to(piano)
            keys.zone('High', 60..127).to(synth)
            pads.notes().after(200.ms).to(synth)
            pads.after(0.5.beats).to(piano)
            keys.notes().quantise(1.beat, time).toChannel(5).to(piano)
            keys.noteOn(60).onEvent { message ->
                synth.send(noteOn(72, 100))
                after(150.ms) { synth.send(noteOff(72)) }
            }
            ''',
        GEAR + '''
            def layer = keys.transpose(7).to(synth)
            mix.recArm[8].toggles().to(layer.on)
            keys.notes().becomes(cc(64)).to(piano)
            pads.toChannel(1).to(piano)
            pads.cc(66).becomes(cc(64)).to(synth)
            keys.aftertouch().becomes(note(40)).to(synth)
            ''',
        // two gears fewer
        '''
            def keys  = input('Keystation')
            def mix   = device(MidiMix)
            def synth = output('Synth')
            def host  = virtualOutput('Host')
            keys.transpose(1).toChannel(4).to(synth)
            mix.recArm.toggles().to(host)
            mix.mute[1].to(synth)
            ''',
        '''
            def keys  = input('Keystation')
            def pads  = input('Pads')
            def piano = output('Piano')
            keys.to(piano)
            pads.to(piano)
            '''
    ]*.stripIndent()

    def "whatever is played, nothing is left on and the lights are true (#seed)"() {
        given:
        def gig = Played.script(GIGS[seed % 3])
        def performer = new Performer(seed, gig, GIGS)

        when:
        performer.performs(120)
        performer.stops()
        if (seed % 2) gig.quits()
        boolean hasMix = gig.at(gig.seconds() + 0.001).stage().rig().devices()
        def meant = hasMix ? gig.lightsMeant() : []
        def lights = hasMix ? gig.lights() : []
        gig.at(gig.seconds() + 5)
        def left = ['Synth', 'Piano'].collectMany { gig.sounding(it) }

        then:
        left.isEmpty() || saying(gig, left)
        lights == meant || saying(gig, lights)
        gig.faults().every { it.contains("there is no output 'Synth' any more") }   // what was begun before a reload

        where:
        seed << (1..300)
    }

    static boolean saying(Played gig, Object what) {
        throw new AssertionError("left: $what after\n${gig.events.join('\n')}" as Object)
    }
}
