package roadcase.midi

import spock.lang.Requires
import spock.lang.Specification

class BackendsSpec extends Specification {
    def "what does not answer says so in a sentence"() {
        when:
        NativeBackend.open(api, 'Roadcase', 'a server that nobody started', '')

        then:
        def fault = thrown(MidiFault)
        fault.message ==~ sentence

        where:
        api        | sentence
        'jack'     | /no JACK server named 'a server that nobody started' answers; start it/
        'oss'      | /'oss' is no MIDI driver; there are jack, alsa, coremidi and winmm/
        'winmm'    | /this build has no MIDI by way of 'winmm'/
        'coremidi' | /this build has no MIDI by way of 'coremidi'/
    }

    @Requires({ !new File('/dev/snd/seq').exists() })
    def "ALSA without the kernel's sequencer is a sentence and no crash"() {
        when:
        Backends.choose('alsa', 'Roadcase')

        then:
        def fault = thrown(MidiFault)
        fault.message == "the kernel's MIDI sequencer is not there; try 'modprobe snd-seq'"
    }

    @Requires({ !new File('/dev/snd/seq').exists() })
    def "a machine without MIDI says all that was tried"() {
        when:
        Backends.best('Linux', 'Roadcase', 'nobody')

        then:
        def fault = thrown(MidiFault)
        fault.message == "there is no MIDI on this machine: no JACK server named 'nobody' answers; start it; " +
                "and the kernel's MIDI sequencer is not there; try 'modprobe snd-seq'"
    }

    def "JACK is the best of Linux while its server answers"() {
        given:
        def jack = new JackServer()

        when:
        def chosen = Backends.best('Linux', 'Roadcase', jack.name)

        then:
        chosen.name() == 'jack'
        chosen.why() == 'JACK, because its server answers'

        cleanup:
        chosen?.close()
        jack.close()
    }

    def "an unknown driver is refused by name, and the known ones are told"() {
        when:
        Backends.choose('midi', 'Roadcase')

        then:
        def fault = thrown(MidiFault)
        fault.message == "'midi' is no MIDI driver; there are jack, alsa, coremidi, winmm, java, virtual"
    }

    def "virtual ports are there when asked for"() {
        expect:
        Backends.choose('virtual', 'Roadcase').name() == 'virtual'
    }

    def "without the native library #system gets Java's own MIDI, and is told why"() {
        when:
        def chosen = Backends.best(system, { api, why -> throw new NoNativeLibrary(new IllegalStateException('the native library is missing')) } as Backends.Native)

        then:
        chosen.name() == 'java'
        chosen.why().startsWith("Java's own MIDI, because the native library is missing")
        chosen.why().contains('JDK 23') == (system == 'Windows 11' && Runtime.version().feature() < 23)

        cleanup:
        chosen?.close()

        where:
        system << ['Linux', 'Mac OS X', 'Windows 11']
    }

    def "on Linux the raw ports of Java are taken where neither JACK nor the sequencer is there, and hardware is"() {
        given:
        def library = { api, why -> throw new MidiFault("no $api") } as Backends.Native

        when:
        Backends.best('Linux', library)

        then:
        def fault = thrown(MidiFault)
        fault.message == 'there is no MIDI on this machine: no jack; and no alsa'

        when:
        new PretendedDevices.Pretended('Mix [hw:3,0,0]', 'MIDI Mix, USB MIDI, MIDI Mix MIDI 1', true).plug()
        def chosen = Backends.best('Linux', library)

        then:
        chosen.name() == 'java'
        chosen.why() == "Java's own MIDI, because there is no MIDI on this machine: no jack; and no alsa"

        cleanup:
        chosen?.close()
        PretendedDevices.PLUGGED.clear()
    }

    def "Java's own MIDI is there when asked for"() {
        when:
        def chosen = Backends.choose('java', 'Roadcase')

        then:
        chosen.name() == 'java'
        chosen.why() == "Java's own MIDI, because it was asked for"

        cleanup:
        chosen.close()
    }
}
