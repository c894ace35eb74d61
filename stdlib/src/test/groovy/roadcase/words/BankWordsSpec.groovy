package roadcase.words

import roadcase.rig.plan.Action
import roadcase.rig.plan.Layer
import roadcase.rig.plan.LightPlan.LightSource
import roadcase.rig.plan.RigError
import roadcase.rig.plan.Target
import spock.lang.Specification

class BankWordsSpec extends Specification {
    def "banks have names and channels in the order of the script"() {
        when:
        def banks = bankedRig("bank 'A', channel: 1; bank 'B', channel: 2; everyBank { mix.mute.toggles().to(synth) }")
                .banks('Four')

        then:
        banks.banks()*.name() == ['A', 'B']
        banks.banks()*.channel() == [1, 2]
        !banks.wraps()
        banks.place().isTop()
    }

    def "what is written in a block holds there"() {
        when:
        def rig = bankedRig('''
            bank 'A', channel: 1
            bank('B') { mix.faders.to(synth) }
            everyBank {
                mix.mute.toggles().to(synth)
                holding(mix.soloKey) { mix.recArm.toggles().transpose(32).to(synth) }
            }''')

        then:
        rig.routes().findAll { it.targets()[0] instanceof Target.ToPort }*.place()*.layers() == [
                    [new Layer.Bank('Four', 'B')],
                    [new Layer.EveryBank('Four')],
                    [new Layer.EveryBank('Four'), new Layer.Held('MidiMix', 'soloKey')]]
    }

    def "any flow walks through the banks"() {
        when:
        def rig = bankedRig("previous keys.cc(66); next mix.bankRight; wraps(); bank 'A', channel: 1")

        then:
        rig.routes()*.targets() == [[new Target.ToAction(new Action.StepBank('Four', -1))],
                                    [new Target.ToAction(new Action.StepBank('Four', 1))]]
        rig.routes()*.place()*.isTop() == [true, true]
        rig.banks('Four').wraps()
    }

    def "the dial's first light is the lowest bit"() {
        when:
        def lights = bankedRig("binaryDial mix.bankLeft, mix.bankRight; bank 'A', channel: 1").lights()

        then:
        lights*.control() == ['bankLeft', 'bankRight']
        lights*.source() == [new LightSource.BankBit('Four', 0), new LightSource.BankBit('Four', 1)]
    }

    def "a bank's own channel beats that of every bank"() {
        expect:
        bankedRig("everyBank { channel 5 }; bank 'A', channel: 1; bank 'B'").banks('Four').banks()*.channel() == [1, 5]
    }

    def "what every bank does on entering comes first"() {
        when:
        def banks = bankedRig('''
            bank('A') { onEnter { synth.send(programChange(1)) } }
            bank 'B'
            everyBank { onEnter { synth.send(programChange(0)) } }
            ''').banks('Four').banks()

        then:
        banks.collect { it.onEnter()*.id() } == [['Four / every bank / onEnter moment', 'Four / A / onEnter moment'],
                                   ['Four / every bank / onEnter moment']]
    }

    def "banks made elsewhere are looked up by name"() {
        when:
        def rig = Gig.of(Gig.GEAR + "def four = banks('Four'); mix.soloKey.onPress { four.go('B') }")

        then:
        rig.lookups().collect { [it.what(), it.name()] } == [['banks', 'Four']]
    }

    def "refused: #sentence"() {
        when:
        bankedRig(said)

        then:
        RigError error = thrown()
        error.message == sentence

        where:
        said                                         || sentence
        "bank 'A', channel: 17"                      || 'channel 17; channels are 1 to 16'
        "bank 'A', channel: 1; bank 'A', channel: 2" || 'bank A sends on channel 1 already, not on 2 as well'
        'wraps()'                                    || "banks 'Four' have no bank: say bank 'A', channel: 1"
        "bank('')"                                   || "a bank needs a name, such as 'A'"
        "bank('A') { after(1.second) { } }" || "'after' is said inside a reaction here, such as onEnter { ... }"
    }

    def "a word of another place does not compile: #said"() {
        when:
        Gig.compile(Gig.GEAR + "banks('Four') { $said }")

        then:
        thrown(org.codehaus.groovy.control.MultipleCompilationErrorsException)

        where:
        said << ["bank 'A', chanel: 1", "everyBank { bank 'B', channel: 2 }", "input('x')", "bank 'A', channel: 'one'",
                 'everyBank { holding(mix.mute) { } }', 'binaryDial mix.master']
    }

    private static bankedRig(String said) {
        Gig.of(Gig.GEAR + "banks('Four') {\n$said\n}")
    }
}
