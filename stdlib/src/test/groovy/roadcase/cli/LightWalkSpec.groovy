package roadcase.cli

import roadcase.devices.KnownDevices
import roadcase.midi.Packed
import roadcase.surface.Catalogue
import roadcase.surface.Light
import roadcase.surface.SimulatedUnit
import spock.lang.Specification

/** The walk shows every value of every light of every device that is known, on the unit itself, and leaves it dark. */
class LightWalkSpec extends Specification {
    def "#spec.model shows all it can"() {
        given:
        def unit = new SimulatedUnit(spec, {})
        def seen = [:].withDefault { [] as Set }
        def steps = LightWalk.of(spec)

        when:
        steps.each { step ->
            step.messages().each { unit.hear(Packed.message(it)) }
            spec.controls().findAll { it.hasLight() }.each { seen[it.lamp().kind()] << unit.shows(it.name()) }
        }

        then:
        unit.ignored() == 0
        seen.every { kind, lights -> kind.all().every { it in lights } }
        unit.lights().values().every { it == Light.OFF }
        steps*.says().every { it }

        where:
        spec << new KnownDevices().devices().collectMany { it.generations() }.findAll { d -> d.controls().any { it.hasLight() } }
    }

    def "the devices are found without a gig"() {
        expect:
        Catalogue.installed()*.type() == ['MidiMix', 'BeatStepPro', 'ApcMini', 'LaunchpadMini', 'LaunchControlXl', 'NanoKontrol2', 'XTouchMini']
    }
}
