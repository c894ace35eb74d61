package roadcase.stage

import java.nio.file.Files
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import roadcase.cli.CommandLine
import spock.lang.AutoCleanup
import spock.lang.Ignore

/** A gig with instruments on a real JACK server: what is played is heard at its audio ports, whatever dies. */
class RackOnJackSpec extends OnRack {
    private static final String RACK = '''
        def mix  = device(MidiMix)
        def out  = virtualOutput('Masterator OUT')
        def keys = virtualInput('Keys')
        def rack = device(Rack)
        def lead = rack.slot(1, 'Lead') { instrument 'Poly' }

        keys.onChannel(1).to(lead)
        keys.onChannel(2).to(out)
        mix.mute[1].toggles().to(lead.mute)
        mix.mute[2].toggles().to(out)
        mix.faders[1].to(lead.gain)
        mix.soloKey.onPress { lead.play(C4, velocity: 120, length: 200.ms) }
        '''.stripIndent()

    @AutoCleanup('shutdownNow') ExecutorService recorder = Executors.newSingleThreadExecutor()

    /** The longest run of frames in which nothing sounds, once it has begun. */
    private static int longestSilence(short[] sound) {
        int most = 0, run = 0
        boolean begun = false
        for (short sample : sound) {
            boolean silent = Math.abs((int) sample) < 2
            begun = begun || !silent
            run = silent && begun ? run + 1 : 0
            most = Math.max(most, run)
        }
        most
    }

    private Future<short[]> recording(int seconds) { recorder.submit({ recorded(seconds) {} } as Callable<short[]>) }

    private static void signal(String which, long process) {
        assert new ProcessBuilder('kill', "-$which", process as String).start().waitFor() == 0
    }

    /** What the engine says of itself at the prompt. */
    private int getOverruns() {
        int before = show.said.size()
        show.type('slots')
        def told = null
        until('the overruns are told') { (told = show.said.drop(before).find { it.contains(' overruns') }) != null }
        (told =~ /(\d+) overruns/)[0][1] as int
    }

    private static boolean runs(long process) {
        ProcessHandle.of(process).map { it.alive }.orElse(false)
    }

    private void hold() {
        until('the note sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }
    }

    def "a key is heard, a muted slot is not, a fader moves it, and the key's end is heard too"() {
        given:
        playRack(RACK)
        assert heard < 0.001

        when:
        until('the note sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }
        double loud = heard
        unit.tap(1)

        then:
        until('it is muted') { heard < 0.001 }
        unit.lit.contains(1)

        when:
        unit.tap(1)
        unit.turn(19, 64)

        then: 'ten dB less'
        until('it is heard, and softer') { heard.with { it > 0.001 && it < loud / 2 } }

        when:
        host.says('80 3C 40')

        then:
        until('it is over') { heard < 0.001 }
        show.end() == 128 + 15
        show.said.every { !it.contains('Exception') }
    }

    @Ignore('a synchronous server waits for the MIDI client that stands still, and the sound with it; ctest has it on the silent clock')
    def "Java stands still for more than two seconds: the held note sounds on, nothing is missed, and all goes on"() {
        given:
        playRack(RACK)
        hold()
        int missed = overruns - host.traffic.xruns()
        def sound = recording(6)

        when: 'three seconds of it, as another recorder hears them'
        signal('STOP', show.process.pid())
        def meanwhile = recorded(3) {}
        signal('CONT', show.process.pid())

        then: 'a saw crosses nothing for a frame or two, never for a millisecond'
        loudest(meanwhile) > 0.01 && longestSilence(meanwhile) < 48
        sound.get().with { it.length > 240_000 && longestSilence(it) < 48 }
        overruns - host.traffic.xruns() <= missed    // what the machine misses, every client is told

        and: 'what is played then is heard'
        host.says('80 3C 40')
        until('it is over') { heard < 0.001 }
        unit.tap(4)
        until('the press is heard, and lit') { host.heard.contains('90 04 7F') && unit.lit.contains(4) }
    }

    def "Java is killed: the engine plays on for its grace, then ends the notes and itself"() {
        given:
        playRack(RACK)
        hold()
        long ours = engine
        def sound = recording(5)

        when:
        show.kill()

        then:
        loudest(recorded(2) {}) > 0.01
        sound.get().with { it.length > 192_000 && longestSilence(it) < 48 }
        runs(ours)

        and: 'nobody is left'
        until('the engine has ended') { !runs(ours) && audioPort == null }
    }

    def "a gig is rendered while the show plays: neither notices the other"() {
        given:
        playRack(RACK)
        hold()
        def line = new CommandLine(Files.createDirectory(home.resolve('elsewhere')))
        line.file('rack.groovy', "def keys = input('Keys')\nkeys.to(device(Rack).slot(1, 'Lead') { instrument 'Poly' })\n")
        line.file('lines.jsonl', '{"t":0,"port":"Keys","midi":"90 45 64"}\n{"t":20,"port":"Keys","midi":"80 45 40"}\n')
        int missed = overruns - host.traffic.xruns()
        def sound = recording(5)

        when:
        def said = (1..2).collect {
            line.run('render', 'rack.groovy', '--events', 'lines.jsonl', '--out', "${it}.wav".toString())
        }

        then:
        said*.code == [0, 0]
        Files.mismatch(line.here.resolve('1.wav'), line.here.resolve('2.wav')) == -1
        sound.get().with { loudest(it) > 0.01 && longestSilence(it) < 48 }
        overruns - host.traffic.xruns() <= missed    // what the machine misses, every client is told
    }

    def "the engine is killed while it plays: MIDI and lights go on, and the sound is back"() {
        given:
        playRack(RACK)
        until('the note sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }
        unit.turn(19, 127)
        long before = engine

        when:
        long killed = System.nanoTime()
        signal('KILL', before)
        host.heard.clear()
        unit.tap(4)

        then: 'another port and its light do not notice'
        until('the press is heard, and lit') { host.heard == ['90 04 7F'] && unit.lit.contains(4) }
        System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(5)

        and: 'message for message, also while the engine is started again'
        host.heard.clear()
        (0..127).every { value ->
            host.says(String.format('B1 07 %02X', value))
            until('it has passed') { host.heard.size() > value }
            true
        }
        host.heard == (0..127).collect { String.format('B1 07 %02X', it) }

        and: 'another process plays what is played then'
        until('the engine is another') { engine != 0 && engine != before }
        until('the sound is back') {
            host.says('80 3C 40')
            host.says('90 3C 64')
            heard > 0.01
        }
        until('both are said') { show.hasSaid('the sound engine is gone') && show.hasSaid('The sound is back.') }
    }

    def "a plugin that this machine has not is a silent slot and a sentence; the others play, and the gig can be mended"() {
        given:
        playRack(RACK.replace("instrument 'Poly'", "instrument 'No Such Synth'") + "\nrack.slot(2, 'Bass') { instrument 'Poly' }\nkeys.to(rack.slot('Bass'))\n")

        expect:
        until('it is said') { show.said.any { it.contains("slot 1 'Lead' stays silent") && it.contains('No Such Synth') } }
        until('the other slot sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }

        when:
        host.says('80 3C 40')
        until('it is over') { heard < 0.001 }
        Files.writeString(gig, RACK)

        then:
        until('the mended slot sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }
    }

    def "code plays a test note"() {
        given:
        playRack(RACK.replace('200.ms', '3.seconds'))

        expect:
        until('it is heard') {
            unit.tap(Unit.SOLO_KEY)
            heard > 0.01
        }
        until('and ends by itself') { heard < 0.001 }
    }
}
