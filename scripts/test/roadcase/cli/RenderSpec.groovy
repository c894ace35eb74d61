package roadcase.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import javax.sound.midi.MetaMessage
import javax.sound.midi.MidiEvent
import javax.sound.midi.MidiSystem
import javax.sound.midi.Sequence
import javax.sound.midi.ShortMessage
import javax.sound.sampled.AudioSystem
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** {@code roadcase render}: what a gig sounds like, to the frame and to the bit. Java's own reader reads the files. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class RenderSpec extends Specification {
    static final String GIG = '''
        def mix  = device(MidiMix)
        def keys = input('Keystation')
        def rack = device(Rack)
        def lead = rack.slot(1, 'Lead') { instrument 'Poly' }
        keys.to(lead)
        mix.mute[1].toggles().to(lead.mute)
        mix.faders[1].to(lead.gain)
        '''.stripIndent()
    static final int TICKS = 480

    @TempDir Path here

    private CommandLine getLine() { new CommandLine(here) }

    /** Notes as tick, number and length in ticks; tempos as tick and beats a minute. */
    private void midi(String name, List<List<Integer>> notes, List<List<Integer>> tempos = [[0, 120]]) {
        def sequence = new Sequence(Sequence.PPQ, TICKS)
        def track = sequence.createTrack()
        tempos.each { tick, bpm ->
            int micros = 60_000_000.intdiv(bpm)
            track.add(new MidiEvent(new MetaMessage(0x51, [micros >> 16, micros >> 8, micros] as byte[], 3), tick))
        }
        notes.each { tick, note, length ->
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, note, 100), tick))
            if (length) track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, note, 64), tick + length))
        }
        MidiSystem.write(sequence, 1, here.resolve(name).toFile())
    }

    /** @param gig a script, unless it is an option already */
    private Map render(String gig, String... words) {
        if (gig.startsWith('--')) return render(GIG, *[gig, *words] as String[])
        line.file('gig.groovy', gig)
        line.run(*['render', 'gig.groovy', '--out', 'out.wav', *words] as String[])
    }

    private byte[] rendered(String gig, String... words) {
        def said = render(gig, words)
        assert said.code == 0 && said.err == []
        Files.readAllBytes(here.resolve('out.wav'))
    }

    private Sound sound() { new Sound(here.resolve('out.wav')) }

    def "A4 sounds at 440 Hz, from its very frame, and every time to the bit the same"() {
        given:
        midi('a4.mid', [[480, 69, 960]])

        when:
        def once = rendered('--midi', 'a4.mid')
        def again = rendered('--midi', 'a4.mid')
        def left = sound()

        then: 'half a second at 120'
        once == again
        left.begin() == 24_000

        and: 'it rings on behind the end of the file, and not for ever'
        left.frames > 72_000 && left.frames < 48_000 * 6
        left.peak(1.45, 1.5) > 0.01

        and: 'a saw: the greatest part of it is its first partial, the next at twice that, and next to nothing between'
        def partials = [440, 660, 880].collect { left.part(0.8, it) }
        partials[0] > 0.4 && partials[0] > partials[2] && partials[2] > 0.02 && partials[1] < 0.001
    }

    def "at #rate Hz and #bits bit the note begins at frame #frame"() {
        given: 'a quarter of a second, and a tick'
        midi('note.mid', [[241, 60, 100]])

        when:
        rendered('--midi', 'note.mid', '--rate', "$rate", '--bits', "$bits")
        def format = AudioSystem.getAudioFileFormat(here.resolve('out.wav').toFile()).format

        then:
        format.sampleRate == rate && format.sampleSizeInBits == bits
        Math.abs(sound().begin() - frame) <= (bits == 16 ? 2 : 0)

        where:
        rate  | bits || frame
        48000 | 16   || 12_050
        48000 | 32   || 12_050
        44100 | 24   || 11_071
        96000 | 24   || 24_100
        22050 | 32   || 5_535
    }

    def "the gig's clock has the tempo of the file, wherever it changes"() {
        given: 'a beat of a second, then two of a quarter; what waits two beats waits across the change'
        midi('slow.mid', [[0, 69, 100], [TICKS, 69, 100]], [[0, 60], [TICKS, 240]])

        when:
        rendered(GIG.replace('keys.to(lead)', 'keys.after(1.beats).to(lead)'), '--midi', 'slow.mid')
        def left = sound()

        then:
        left.begin() == 48_000

        when: 'played at another tempo'
        rendered(GIG.replace('keys.to(lead)', 'keys.after(1.beats).to(lead)'), '--midi', 'slow.mid', '--bpm', '120')

        then:
        sound().begin() == 24_000
    }

    def "levels and switches move where they are played"() {
        given:
        line.file('lines.jsonl', '''\
            {"t":0,"port":"Keystation","midi":"90 45 64"}
            {"t":1,"port":"MIDI Mix","midi":"90 01 7F"}
            {"t":2,"port":"MIDI Mix","midi":"90 01 7F"}
            {"t":3,"port":"MIDI Mix","midi":"B0 13 40"}
            {"t":4,"port":"Keystation","midi":"80 45 40"}
            '''.stripIndent())

        when:
        rendered('--events', 'lines.jsonl')
        def left = sound()

        then: 'muted within ten milliseconds and a block, and opened again'
        left.begin() == 0
        left.peak(0.9, 1) > 0.02
        left.peak(1.015, 2) == 0
        left.peak(2.02, 2.1) > 0.02

        and: 'the fader stands in the middle: about ten dB less'
        (left.peak(3.5, 3.6) / left.peak(2.5, 2.6)).with { it > 0.28 && it < 0.36 }
    }

    def "levels that the script says stand from the first frame"() {
        given:
        midi('note.mid', [[0, 69, 480]])
        rendered('--midi', 'note.mid')
        def full = sound()

        when:
        rendered(GIG.replace("{ instrument 'Poly' }", "{ instrument 'Poly'; gain(-20.dB) }"), '--midi', 'note.mid')

        then:
        def soft = sound()
        (0..<4_800).every { Math.abs(soft.left[it] - full.left[it] / 10) < 2e-7 }
    }

    def "several files come in where they are told, and what a file leaves sounding ends with it"() {
        given:
        def gig = GIG + "def pads = input('Pads')\npads.to(rack.slot(2, 'Pad') { instrument 'Poly' })\n"
        midi('low.mid', [[0, 45, 480]])
        midi('high.mid', [[960, 69, 0], [1440, 72, 10]])

        when:
        rendered(gig, '--midi', 'low.mid', '--midi', 'Pads=high.mid')
        def left = sound()

        then:
        left.part(0.1, 110) > 0.2
        left.part(1.1, 440) > 0.2
        left.frames < 48_000 * 5
    }

    def "--length is exactly so long, and what sounds on too long is cut off and said"() {
        given:
        midi('note.mid', [[0, 69, 480]])

        expect:
        render('--midi', 'note.mid', '--length', '0.75').code == 0
        sound().frames == 36_000
        render('--midi', 'note.mid', '--length', '3').code == 0
        sound().frames == 144_000

        when:
        line.file('held.jsonl', '{"t":0,"port":"Keystation","midi":"90 45 64"}')
        def said = render('--events', 'held.jsonl', '--tail', '2')

        then:
        said.code == 0 && said.err.any { it.contains('still sounded 2 s behind the last event') }
        sound().frames == 96_000
    }

    def "another gig may take over in the middle, with another sound"() {
        given:
        line.file('other.groovy', GIG.replace("instrument 'Poly'", "instrument 'Poly'; sound 'Pluck'").replace('keys.to', 'keys.transpose(12).to'))
        line.file('lines.jsonl', '''\
            {"t":0.5,"port":"Keystation","midi":"90 39 64"}
            {"t":1,"port":"Keystation","midi":"80 39 40"}
            {"t":1.5,"do":"reload","file":"other.groovy"}
            {"t":2,"port":"Keystation","midi":"90 39 64"}
            {"t":2.5,"do":"panic"}
            {"t":3,"do":"end"}
            '''.stripIndent())

        when:
        def once = rendered('--events', 'lines.jsonl')
        def again = rendered('--events', 'lines.jsonl')
        def left = sound()

        then:
        once == again
        left.begin() == 24_000
        left.part(0.7, 220) > 0.2
        left.part(2.05, 440) > 0.2
        left.part(2.05, 220) < 0.01
    }

    def "two renderings at once do not disturb each other"() {
        given:
        midi('a4.mid', [[480, 69, 960]])
        def alone = rendered('--midi', 'a4.mid')
        def both = Executors.newFixedThreadPool(2)

        when:
        def renderings = ['one', 'two'].collect { name ->
            both.submit({ line.run('render', 'gig.groovy', '--midi', 'a4.mid', '--out', "${name}.wav") } as Callable)
        }

        then:
        renderings*.get().every { it.code == 0 }
        ['one', 'two'].every { Files.readAllBytes(here.resolve("${it}.wav")) == alone }

        cleanup:
        both.shutdownNow()
    }

    def "a plugin that this machine has not is said, and the rest is rendered"() {
        given:
        midi('a4.mid', [[0, 69, 480]])

        when:
        def said = render(GIG + "\nrack.slot(2, 'Bass') { instrument 'No Such Synth' }\n", '--midi', 'a4.mid')

        then:
        said.code == 0
        said.err.any { it.contains("slot 2 'Bass' stays silent, without 'No Such Synth'") && it.contains('gig.groovy:') }
        sound().peak(0.1, 0.4) > 0.01
    }

    def "#what: #sentence, and nothing is left of it"() {
        given:
        midi('a4.mid', [[0, 69, 480]])
        line.file('not.mid', 'This is no MIDI file.')
        Files.write(here.resolve('cut.mid'), Files.readAllBytes(here.resolve('a4.mid'))[0..30] as byte[])
        Files.createDirectory(here.resolve('folder'))
        line.file('gig.groovy', gig)

        when:
        def said = line.run(*['render', 'gig.groovy', *words.split(' ')] as String[])

        then:
        said.code == 1
        said.err.any { it.contains(sentence) }
        !said.err.any { it.contains('fault of Roadcase') }
        !Files.exists(here.resolve('out.wav')) && !Files.list(here).anyMatch { it.toString().endsWith('.tmp') }

        where:
        what                  | gig                             | words                                     || sentence
        'no rack'             | "virtualInput('Keys').to(virtualOutput('Out'))\n" | '--midi a4.mid --out out.wav'             || 'has no rack'
        'a mistake in it'     | GIG.replace('keys.to', 'kesy.to') | '--midi a4.mid --out out.wav'           || 'kesy'
        'nothing to play'     | GIG                             | '--out out.wav'                           || 'either --midi song.mid or --events'
        'both'                | GIG                             | '--midi a --events b --out out.wav'       || 'either --midi song.mid or --events'
        'no such file'        | GIG                             | '--midi none.mid --out out.wav'           || 'none.mid cannot be read'
        'no MIDI file'        | GIG                             | '--midi not.mid --out out.wav'            || 'no Standard MIDI File'
        'half a MIDI file'    | GIG                             | '--midi cut.mid --out out.wav'            || 'no Standard MIDI File'
        'no such lines'       | GIG                             | '--events none.jsonl --out out.wav'       || 'none.jsonl cannot be read'
        'no such input'       | GIG                             | '--midi Keystaton=a4.mid --out out.wav'   || "did you mean 'Keystation'?"
        'no such port'        | GIG                             | '--midi a4.mid --port Keys --out out.wav' || "no input 'Keys'"
        'no way to a slot'    | GIG.replace('keys.to(lead)', '') | '--midi a4.mid --out out.wav'            || 'say --port'
        'bits'                | GIG                             | '--midi a4.mid --bits 20 --out out.wav'   || '--bits is 20'
        'rate'                | GIG                             | '--midi a4.mid --rate 10 --out out.wav'   || '--rate is 10'
        'a folder'            | GIG                             | '--midi a4.mid --out folder'              || 'a folder has its name'
        'no folder'           | GIG                             | '--midi a4.mid --out no/where.wav'        || 'there is no folder'
        'not a plain file'    | GIG                             | '--midi a4.mid --out /dev/full'           || 'not a plain file'
    }
}
