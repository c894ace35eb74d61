package roadcase.words

import roadcase.midi.Kind
import roadcase.rig.plan.RigError
import roadcase.rig.plan.RoutePlan
import roadcase.rig.plan.RoutePlan.Between
import roadcase.rig.plan.RoutePlan.Mode
import roadcase.rig.plan.RoutePlan.Press
import roadcase.rig.plan.RoutePlan.Takeover
import roadcase.rig.plan.Source
import roadcase.rig.plan.Target
import roadcase.route.Shape
import roadcase.route.Shape.Form
import roadcase.route.Step
import spock.lang.Specification

class FlowSpec extends Specification {
    static final Set<Kind> NOTES = [Kind.NOTE_ON, Kind.NOTE_OFF] as Set

    def "a word becomes a step: #words"() {
        expect:
        Gig.line("keys.${words}.to(synth)").steps() == steps

        where:
        words                               || steps
        'notes()'                           || [new Step.Kinds(NOTES)]
        'notes(C2..B3)'                     || [new Step.Kinds(NOTES), new Step.Numbers(36, 59)]
        'notes(36..<48)'                    || [new Step.Kinds(NOTES), new Step.Numbers(36, 47)]
        'noteOn(C1)'                        || [new Step.Kinds([Kind.NOTE_ON] as Set), new Step.Numbers(24, 24)]
        'noteOff(0)'                        || [new Step.Kinds([Kind.NOTE_OFF] as Set), new Step.Numbers(0, 0)]
        'programs()'                        || [new Step.Kinds([Kind.PROGRAM] as Set)]
        'program(127)'                      || [new Step.Kinds([Kind.PROGRAM] as Set), new Step.Numbers(127, 127)]
        'cc(7)'                             || [new Step.Kinds([Kind.CC] as Set), new Step.Numbers(7, 7)]
        'cc(16..23)'                        || [new Step.Kinds([Kind.CC] as Set), new Step.Numbers(16, 23)]
        'pitchBend()'                       || [new Step.Kinds([Kind.PITCH_BEND] as Set)]
        'aftertouch()'                      || [new Step.Kinds([Kind.AFTERTOUCH] as Set)]
        'keyAftertouch()'                   || [new Step.Kinds([Kind.KEY_AFTERTOUCH] as Set)]
        'onChannel(16)'                     || [new Step.Channels(16, 16)]
        'onChannel(1..4)'                   || [new Step.Channels(1, 4)]
        'velocities(40..127)'               || [new Step.Velocities(40, 127)]
        'transpose(-12)'                    || [new Step.Transpose(-12)]
        'toChannel(2)'                      || [new Step.ToChannel(2)]
        'velocity(40..110)'                 || [new Step.VelocityInto(40, 110)]
        'velocity(110..40)'                 || [new Step.VelocityInto(110, 40)]
        "zone('Bass', C_1..B2)"             || [new Step.Zone('Bass', 0, 47)]
        'cc(1).scale(0..127, 100..20)'      || [new Step.Kinds([Kind.CC] as Set), new Step.Numbers(1, 1),
                                                new Step.Scale(0, 127, 100, 20)]
        'becomes(cc(74))'                   || [new Step.Becomes(new Shape(Form.CC, 74, 74, 0, 127))]
        'becomes(cc(74, 100..20))'          || [new Step.Becomes(new Shape(Form.CC, 74, 74, 100, 20))]
        'becomes(cc(16..23))'               || [new Step.Becomes(new Shape(Form.CC, 16, 23, 0, 127))]
        'becomes(note(C1))'                 || [new Step.Becomes(new Shape(Form.NOTE, 24, 24, 0, 127))]
        'becomes(notes(C1..G1))'            || [new Step.Becomes(new Shape(Form.NOTE, 24, 31, 0, 127))]
        'becomes(program(0..7))'            || [new Step.Becomes(new Shape(Form.PROGRAM, 0, 7, 0, 127))]
        'becomes(program(5))'               || [new Step.Becomes(new Shape(Form.PROGRAM, 5, 5, 0, 127))]
        'quantise(1.bar, link)'             || [new Step.Quantise(0d, 1d, 'LINK')]
        'quantise(1.sixteenth, link)'       || [new Step.Quantise(0.25d, 0d, 'LINK')]
        'after(1.bar, link)'                || [new Step.After(0L, 0d, 1d, 'LINK')]
        'at(8.bars, link)'                  || [new Step.At(0d, 8d, 'LINK')]
        'starts()'                          || [new Step.Kinds([Kind.START] as Set)]
        'after(250.ms)'                     || [new Step.After(250_000_000L, 0d)]
        'after(0.3.seconds)'                || [new Step.After(300_000_000L, 0d)]
        'after(2.beats)'                    || [new Step.After(0L, 2d)]
        'ignoring(SENSE)'                   || [new Step.Ignoring([Kind.SENSE] as Set)]
        'transpose(1).transpose(2)'         || [new Step.Transpose(1), new Step.Transpose(2)]
    }

    def "CLOCK means everything that keeps machines in step"() {
        expect:
        Gig.line('keys.ignoring(SYSEX, CLOCK).to(synth)').steps() == [new Step.Ignoring([Kind.SYSEX, Kind.CLOCK,
            Kind.START, Kind.CONTINUE, Kind.STOP, Kind.SONG_POSITION, Kind.TIME_CODE] as Set)]
    }

    def "a number that MIDI has not is refused with value, range and place: #words"() {
        when:
        Gig.line("\nkeys.${words}.to(synth)")

        then:
        RigError error = thrown()
        error.message == sentence
        error.origin().line() == 3

        where:
        words                       || sentence
        'toChannel(17)'             || 'channel 17; channels are 1 to 16'
        'onChannel(0)'              || 'channel 0; channels are 1 to 16'
        'onChannel(1..17)'          || 'channel 17; channels are 1 to 16'
        'onChannel(4..1)'           || '4..1 runs backwards; write 1..4'
        'notes(0..128)'             || 'note 128; notes are 0 to 127'
        'noteOn(-1)'                || 'note -1; notes are 0 to 127'
        'cc(128)'                   || 'CC 128; CC numbers are 0 to 127'
        'program(200)'              || 'program 200; programs are 0 to 127'
        'velocities(1..200)'        || 'velocity 200; velocities are 0 to 127'
        'velocity(0..255)'          || 'velocity 255; velocities are 0 to 127'
        'transpose(200)'            || 'transpose 200; semitones are -127 to 127'
        'becomes(cc(200))'          || 'CC 200; CC numbers are 0 to 127'
        'becomes(cc(1, 0..255))'    || 'value 255; values are 0 to 127'
        'becomes(notes(0..128))'    || 'note 128; notes are 0 to 127'
        'becomes(program(128))'     || 'program 128; programs are 0 to 127'
        'cc(1).scale(0..200, 0..1)' || 'value 200; values are 0 to 127'
        'cc(1).hysteresis(0)'       || 'hysteresis 0; steps are 1 to 127'
        'cc(1).between(0, 4.5)'     || 'between(0.0, 4.5); a port takes whole values 0 to 127'
        'quantise(250.ms, link)'    || 'quantise(250 ms); the grid is music, such as 1.bar or 0.5.beats'
        'after(-2.beats)'           || 'after(-2 beats); nobody can wait less than nothing'
        'after(250.ms, link)'       || 'after(250 ms, ...); a time is the same by every clock: say after(250 ms), or music such as 2.beats'
        'after(1441.minutes)'       || 'after(86460000 ms); nobody waits longer than a day or 100000 beats'
        'at(2.seconds, link)'       || 'at(2000 ms); a place is counted in music from the start, such as 8.bars'
        "zone('', 0..3)"            || "a zone needs a name: zone('Bass', 0..34)"
        'ignoring()'                || "'ignoring' needs what to ignore: ignoring(SYSEX, CLOCK, SENSE)"
    }

    def "a flow is immutable: one beginning, two lines"() {
        when:
        def routes = Gig.of(Gig.GEAR + '''
            def low = keys.notes()
            low.transpose(-12).to(synth)
            low.to(synth)
            ''').routes()

        then:
        routes*.steps() == [[new Step.Kinds(NOTES), new Step.Transpose(-12)], [new Step.Kinds(NOTES)]]
    }

    def "a line knows where it begins, where it ends and where it stands"() {
        when:
        RoutePlan line = Gig.line("\n  keys.to(synth, output('Other'))")

        then:
        (line.source() as Source.Port).port().name() == 'Keystation'
        line.targets().collect { (it as Target.ToPort).port().name() } == ['Synth', 'Other']
        line.place().isTop()
        line.origin().line() == 3
        line.press() == Press.PLAIN
        line.takeover() == Takeover.JUMP
        line.name() == null
    }

    def "what hands mean: #words"() {
        when:
        RoutePlan line = Gig.line("${words}.to(synth)")

        then:
        [line.press(), line.takeover(), line.echo()] == [press, takeover, echo]

        where:
        words                                | press        | takeover                          | echo
        'mix.mute.toggles()'                 | Press.TOGGLE | Takeover.JUMP                     | false
        'mix.mute[1].toggles().toChannel(2)' | Press.TOGGLE | Takeover.JUMP                     | false
        'mix.mute.pulse()'                   | Press.PULSE  | Takeover.JUMP                     | false
        'mix.mute.toggles().pulse()'         | Press.PULSE  | Takeover.JUMP                     | false
        'mix.mute'                           | Press.PLAIN  | Takeover.JUMP                     | false
        'mix.knobs.hysteresis(3)'            | Press.PLAIN  | new Takeover(Mode.HYSTERESIS, 3)  | false
        'mix.knobs[1].pickup()'              | Press.PLAIN  | new Takeover(Mode.PICKUP, 0)      | false
        'mix.faders.scaled().echo()'         | Press.PLAIN  | new Takeover(Mode.SCALED, 0)      | true
        'mix.faders.pickup().jump()'         | Press.PLAIN  | Takeover.JUMP                     | false
    }

    def "between means a value's ends, and for a port values on the wire"() {
        when:
        def rig = Gig.of(Gig.GEAR + '''
            def target = remember('target', -18.dB)
            mix.master.between(-30.dB, 0.dB).to(target)
            mix.faders[1].between(20, 100).to(synth)
            ''')

        then:
        rig.routes()[0].between() == new Between(-30d, 0d)
        rig.routes()[0].targets() == [new Target.ToValue('target')]
        rig.routes()[1].between() == null
        rig.routes()[1].steps() == [new Step.Scale(0, 127, 20, 100)]
    }

    def "a bend moves a value from its middle"() {
        expect:
        Gig.line("keys.pitchBend()${said}.to(remember('x', 0))").between() == between

        where:
        said             || between
        ''               || new Between(-8192d, 8191d)
        '.between(0, 1)' || new Between(0d, 1d)
        '.becomes(cc(1))' || null
    }

    def "a line with a switch has a name that stays"() {
        when:
        def rig = Gig.of(Gig.GEAR + '''
            def layer = keys.transpose(12).to(synth)
            mix.mute[1].toggles().to(layer.on)
            def bass = keys.to(synth).named('Bass layer')
            mix.mute[2].toggles().to(bass.on)
            ''')

        then:
        rig.routes()*.name() as Set == ['Keystation to Synth', 'Bass layer', null] as Set
        def lines = rig.switches().findAll { it.name() != 'LINK playing' }
        lines*.name() == ['Keystation to Synth', 'Bass layer']
        lines*.start() == [true, true]
        rig.routes().collectMany { it.targets() }.findAll { it instanceof Target.ToSwitch } ==
                [new Target.ToSwitch('Keystation to Synth'), new Target.ToSwitch('Bass layer')]
    }

    def "two lines between the same gear have two switches"() {
        expect:
        Gig.of(Gig.GEAR + '''
            def low = keys.transpose(-12).to(synth)
            def high = keys.transpose(12).to(synth)
            mix.mute[1].toggles().to(low.on)
            mix.mute[2].toggles().to(high.on)
            ''').switches()*.name() - 'LINK playing' == ['Keystation to Synth', 'Keystation to Synth #2']
    }

    def "words that fit no sentence do not compile: #line"() {
        when:
        Gig.compile(Gig.GEAR + line)

        then:
        thrown(org.codehaus.groovy.control.MultipleCompilationErrorsException)

        where:
        line << ['keys.hysteresis(3).to(synth)', 'keys.notes().pickup().to(synth)', 'mix.knobs.toggles().to(synth)',
                 "mix.mute.to(remember('x', 0))", "mix.knobs.to(keys.to(synth).on)", 'keys.transpse(1).to(synth)',
                 'clock(LINK, 120)', 'bind "a", too: "b"', 'keys.cc(1).transpose(1).pickup().to(synth)',
                 'keys.to { }', 'monitor { }', "banks('x') { next { } }", "panel('x') { graph { } }",
                 'mix.mute[1].hysteresis(3).to(synth)', 'synth.to(keys)', 'keys.to(keys)']
    }
}
