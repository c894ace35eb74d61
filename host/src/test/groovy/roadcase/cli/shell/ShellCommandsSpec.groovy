package roadcase.cli.shell

import roadcase.rig.Live
import java.util.function.Function
import roadcase.rig.LoopStanding
import roadcase.rig.Loops
import roadcase.rig.PresetStanding
import roadcase.rig.PresetStanding.SliderStanding
import roadcase.rig.RackStanding
import roadcase.cli.Shown
import roadcase.cli.Shown.Sort
import roadcase.loop.Gains
import roadcase.loop.LoopState
import roadcase.loop.Strategy
import roadcase.midi.Message
import roadcase.rig.Rig
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Action.SwitchPreset.How
import roadcase.rig.plan.BanksPlan
import roadcase.rig.plan.Labels
import roadcase.rig.plan.Origin
import roadcase.rig.plan.PagesPlan
import roadcase.rig.plan.Place
import roadcase.midi.RealPort.Direction
import roadcase.script.ScriptError
import roadcase.rig.Standing
import roadcase.rig.Trace
import roadcase.rig.Why
import roadcase.script.WordDoc
import spock.lang.Specification

class ShellCommandsSpec extends Specification {
    static final LINKVST = ['load', 'unload', 'load_fx', 'remove_fx', 'params', 'set', 'edit', 'plugins', 'scan', 'route', 'unroute',
        'routing', 'midi_ports', 'midi_seq', 'midi_mix', 'devices', 'audio_start', 'audio_stop', 'save', 'restore', 'overlay', 'deps']
    static final WORDS = [new WordDoc('transpose', 'transpose(n)', 'Moves notes.', 'flow', 'Flow', '')]

    def playing = new Playing() {
        final List did = []

        Rig rig() { ShellCommandsSpec.rigWith('Masterator', 'Other') }
        Status status() { new Status('masterator', [Masterator: 'C', Other: 'A'], [MidiMix: 'Mixer'], [],
                [new Standing.ClockNow('LINK', 'our own, without Link', 120, true, 9.5, 4)], loops(), 1, 2, new Status.Code(12, 1, 0), 0, ['Keys']) }
        List<String> ports() { ['MIDI Mix  there'] }
        void panic() { did << 'panic' }
        void goPage(String device, String page) { did << ['page', device, page] }
        void goBank(String group, String bank) { did << [group, bank] }
        List<PresetStanding> presets() { stands }
        void preset(String name, How how) { did << [name, how] }
        void slider(String preset, String label, int value) { did << [preset, label, value] }
        List<LoopStanding> loops() { [] }
        String loop(Function<Loops, String> what) { throw new IllegalStateException('no loops here') }
        Reply reload(String file) {
            did << ['reload', file]
            file ? Reply.errors([new ScriptError(file, 2, 3, 'no such word', 'a b')]) : Reply.said('Reloaded in 12 ms.')
        }
        Live live() { throw new IllegalStateException('no code here') }
        RackStanding rack() { null }
        Timing timing() { time }
        Reply forget(String name) { did << ['forget', name]; Reply.said("'$name' is forgotten.") }
        Set<String> names() { ['mix', 'four'] as Set }
        List<String> kept() { ['old one', 'Masterator'] }
        Reply monitor(List<String> ports, Shown which) { did << ['monitor', ports, which]; Reply.said("showing $ports") }
        Optional<Why.Watched> why() { watched }
        void watch(boolean on) { did << ['watch', on] }
        Trace why(String port, Message message) { port == 'Keys' ? traced(message) : null }
        Reply say(String line) {
            if (line == 'stuck') throw new IllegalStateException('the conductor does not answer')
            line == '1+1' ? Reply.said('2') : Reply.mistake("nobody knows '$line'")
        }
    }
    def time = new Timing() {
        final List did = []
        Reply refusal = Reply.said()

        List<Standing.ClockNow> clocks() { [new Standing.ClockNow('LINK', 'Link, 1 other is there', 128.04, true, 9.5, 4, 1)] }
        void tempo(double bpm) { did << bpm }
        Reply link(double bpm) { did << ['link', bpm]; refusal }
        Reply unlink() { did << 'unlink'; refusal }
        Reply play(boolean on) { did << ['play', on]; refusal }
    }
    def shell = new ShellCommands(playing, WORDS)
    Optional<Why.Watched> watched = Optional.empty()

    static Trace traced(Message message) {
        new Trace(0, 'Keys', message, null, [], [], 0)
    }

    def "time is moved as LinkVST has it: #line"() {
        expect:
        shell.execute(line).lines() == said
        time.did == did

        where:
        line        || did             | said
        'link'      || [['link', 0d]]  | ['Link is on; `status` shows who is there.']
        'link 96.5' || [['link', 96.5d]] | ['Link is on; `status` shows who is there.']
        'unlink'    || ['unlink']      | ['Link is off; the tempo goes on.']
        'tempo'     || []              | ['LINK: 128.0 bpm (Link, 1 other is there)']
        'tempo 135' || [135d]          | ['135.0 bpm']
        'tempo 90bpm' || [90d]         | ['90.0 bpm']
        'start'     || [['play', true]] | ['Started, with the next bar.']
        'stop'      || [['play', false]] | ['Stopped.']
    }

    def "a tempo that is none is refused, and so is what the show refuses: #line"() {
        given:
        time.refusal = Reply.mistake('There is no Link here')

        expect:
        shell.execute(line).mistake() == said

        where:
        line         || said
        'tempo fast' || "'fast' is no tempo; say 20 to 999, such as 128 or 96.5"
        'tempo 1 2'  || "'1 2' is no tempo; say 20 to 999, such as 128 or 96.5"
        'tempo 5'    || "'5' is no tempo; say 20 to 999, such as 128 or 96.5"
        'link NaN'   || "'NaN' is no tempo; say 20 to 999, such as 128 or 96.5"
        'link 1 2'   || '`link` takes a tempo for when nobody is there, or nothing'
        'link'       || 'There is no Link here'
        'unlink'     || 'There is no Link here'
        'start'      || 'There is no Link here'
    }

    def "a monitor may be asked for less"() {
        expect:
        shell.execute("monitor 'MIDI Mix' --only notes,cc --channel 2").mistake() == null
        playing.did == [['monitor', ['MIDI Mix'], new Shown([Sort.NOTES, Sort.CC] as Set, 2, Shown.ANY)]]
        shell.execute(line).mistake() == said

        where:
        line                              || said
        'monitor'                         || '`monitor` takes ports of the gig, or off'
        "monitor 'MIDI Mix' --onyl cc"    || "`monitor` knows no --onyl; did you mean '--only'?"
        "monitor 'MIDI Mix' --channel"    || '`monitor` needs something behind --channel'
        "monitor 'MIDI Mix' --channel 17" || 'channel 17: a channel is 1 to 16'
    }

    def "why watches first, then tells the last messages, the newest last"() {
        expect:
        shell.execute('why').lines()[0].startsWith('From now on what comes in is watched')
        playing.did == [['watch', true]]

        when:
        watched = Optional.of(new Why.Watched([traced(Message.parse('B0 07 01')), traced(Message.parse('80 3C 40'))], 3))

        then:
        shell.execute('why').lines() == [
                'Keys  80 3C 40  note off 60 (C4) velocity 64, channel 1',
                '  no   a key that goes up ends what it began, and nothing is held by it',
                '3 messages came too fast to be watched: while music plays, it goes first']
        shell.execute('why 9').lines()[0..1] == [
                'Keys  B0 07 01  CC 7 = 1, channel 1', '  no   no line of this gig looks at it']
        shell.execute('why off').lines() == ['Nobody watches what becomes of messages any more.']
    }

    def "why asked wrongly says what it takes"() {
        expect:
        shell.execute(line).mistake() == said

        where:
        line             || said
        'why now'        || '`why` takes a number of messages, off, or an input and a message such as 90 3C 40'
        'why Keys 90 3C' || '90 takes 2 data bytes, here are 1'
        'why Keys loud'  || "'loud' is not hex bytes such as 90 3C 7F".replace('3C', '01')
        'why Kees 90 3C 40' || "The gig has no input 'Kees'"
    }

    def "why of a message that nobody plays"() {
        expect:
        shell.execute('why Keys 90 3C 40').lines() == [
                'Keys  90 3C 40  note on 60 (C4) velocity 64, channel 1', '  no   no line of this gig looks at it']
    }
    List<PresetStanding> stands = [
        new PresetStanding('Pads', true, true, [
            new SliderStanding('Sound', 1, 0, 3, 'Glass', 0, ['Warm pad', 'Glass'].collect { new Labels.Label(it, [], Labels.NO_BUTTON) }),
            new SliderStanding('Pan', 64, 0, 127, '0', 64, [])]),
        new PresetStanding('Three hands', false, false, [new SliderStanding('Mix', 9, 0, 127, '9', 0, [])])]

    static Rig rigWith(String... groups) {
        def builder = new RigBuilder('masterator')
        groups.eachWithIndex { name, i ->
            def banks = (i == 0 ? ['A', 'B', 'C', 'D'] : ['A', 'Late night']).collect { new BanksPlan.BankPlan(it, 0, [], Origin.NOWHERE) }
            builder.banks(new BanksPlan(name, banks, false, Place.TOP, Origin.NOWHERE))
        }
        builder.pages(new PagesPlan('MidiMix', ['Mixer', 'Switches'].collect { new PagesPlan.PagePlan(it, Origin.NOWHERE) }, false, Origin.NOWHERE))
        builder.port('MIDI Mix', Direction.INPUT, false)
        builder.build()
    }

    def "`#line` answers #lines"() {
        expect:
        shell.execute(line).text() == lines

        where:
        line                     || lines
        ''                       || []
        'panic'                  || ['Every note is off.']
        'stuck'                  || ['This could not be done: the conductor does not answer']
        'bank'                   || ['Masterator: C', 'Other: A']
        'page'                   || ['MidiMix: Mixer']
        'page Switches'          || ['MidiMix: Switches']
        'page MidiMix Mixer'     || ['MidiMix: Mixer']
        'page Text'              || ["There is no page 'Text'; there are Mixer, Switches"]
        'page MidiMx Mixer'      || ["There are no pages of 'MidiMx'; did you mean 'MidiMix'?"]
        'bank C'                 || ['Masterator: C']
        "bank 'Late night'"      || ['Other: Late night']
        'bank A'                 || ["There is a bank 'A' in Masterator and Other: name the group too"]
        'bank Other A'           || ['Other: A']
        'bank Othr A'            || ["There are no banks 'Othr'; did you mean 'Other'?"]
        'bank E'                 || ["There is no bank 'E'; there are A, B, C, D, Late night"]
        'reload'                 || ['Reloaded in 12 ms.']
        'reload other.groovy'    || ['other.groovy:2:3: no such word', '    a b', '      ^']
        'reload a b'             || ['`reload` takes one file; a name with spaces needs quotes']
        'forget old one'         || ["'old one' is forgotten."]
        'forget'                 || ['`forget` takes the name of what is remembered']
        "monitor 'MIDI Mix'"     || ['showing [MIDI Mix]']
        'monitor "MIDI Mx"'      || ["The gig has no port 'MIDI Mx'; did you mean 'MIDI Mix'?"]
        'monitor off'            || ['showing []']
        'preset'                 || ['Pads: on, shown', 'Three hands: off']
        'preset Pads'            || ['Pads: on, shown']
        "preset on 'Three hands'" || ['Three hands: off']
        'preset off Pad'         || ["There is no preset 'Pad'; did you mean 'Pads'?"]
        'preset of Pads'         || ["A preset goes on or off, or is toggled or selected; 'of' is none of that; did you mean 'off'?"]
        'preset on Three hands'  || ['`preset` takes what to do and a name; a name with spaces needs quotes']
        'preset off'             || ['`preset off` needs the name of a preset']
        'slider'                 || ['Sliders of Pads:', '  Sound: Glass (1)   (0 to 3: Warm pad, Glass)', '  Pan: 0   (-64 to 63)']
        "slider 'Three hands'"   || ['Sliders of Three hands:', '  Mix: 9   (0 to 127)']
        "slider Sound 'Warm pad'" || ['Sound: Glass (1)']
        'slider Sound 3'         || ['Sound: Glass (1)']
        'slider Sound 4'         || ["'Sound' goes from 0 to 3, or by its labels; '4' is not there"]
        'slider Sound glass'     || ["'Sound' goes from 0 to 3, or by its labels; 'glass' is not there; did you mean 'Glass'?"]
        'slider Pan 64'          || ["'Pan' goes from -64 to 63; '64' is not there"]
        'slider Pam 0'           || ["'Pads' has no slider 'Pam'; did you mean 'Pan'?"]
        "slider 'Three hand'"    || ["There is no preset 'Three hand'; did you mean 'Three hands'?"]
        "slider 'Three hands' Mix 12" || ['Mix: 9']
        'slider a b c d'         || ['`slider` takes a slider and a value, with the preset before it where it is not the shown one; a name with spaces needs quotes']
        'words transpoze'        || ["There is no word 'transpoze'; did you mean 'transpose'?"]
        'ports'                  || ['MIDI Mix  there']
        '1+1'                    || ['2']
        'panik'                  || ["There is no command 'panik'; did you mean 'panic'?"]
        'lead.play(C4)'          || ["nobody knows 'lead.play(C4)'"]
    }

    def "only quit ends the show"() {
        expect:
        shell.execute('quit').quit()
        !shell.execute('panic').quit()
    }

    def "a bank is changed by both names"() {
        when:
        shell.execute('bank D')

        then:
        playing.did == [['Masterator', 'D']]
    }

    def "`#line` does #deed"() {
        when:
        shell.execute(line)

        then:
        playing.did == [deed]

        where:
        line                          || deed
        "preset 'Three hands'"        || ['Three hands', How.SELECT]
        'preset select Pads'          || ['Pads', How.SELECT]
        'preset toggle Pads'          || ['Pads', How.TOGGLE]
        'preset on Pads'              || ['Pads', How.ON]
        'preset off Pads'             || ['Pads', How.OFF]
        "slider Sound 'Warm pad'"     || ['Pads', 'Sound', 0]
        'slider Sound 2'              || ['Pads', 'Sound', 2]
        'slider Pan -64'              || ['Pads', 'Pan', 0]
        "slider 'Three hands' Mix 12" || ['Three hands', 'Mix', 12]
    }

    def "a gig without presets says so"() {
        given:
        stands.clear()

        expect:
        shell.execute('preset').text() == ['This gig has no presets']
        shell.execute('slider').text() == ['This gig has no sliders']
    }

    def "help names every command, and every command is known"() {
        given:
        def help = shell.execute('help').text()

        expect:
        shell.names() == ['reload', 'panic', 'bank', 'page', 'preset', 'slider', 'slots', 'gain', 'mute', 'solo', 'master', 'note', *LINKVST, 'link', 'unlink', 'tempo', 'start', 'stop', 'loop', 'monitor', 'why', 'forget', 'words', 'ports', 'status', 'help', 'quit', 'exit']
        shell.names().every { name -> help.any { it.startsWith(name) } }
    }

    def "after '#before' these may follow: #offered"() {
        expect:
        new Completions(shell, playing, WORDS).after(before) == offered

        where:
        before            || offered
        ['bank']          || ['Masterator', 'Other', 'A', 'B', 'C', 'D', "'Late night'"]
        ['bank', 'Other'] || ['A', "'Late night'"]
        ['page']          || ['MidiMix', 'Mixer', 'Switches']
        ['page', 'MidiMix'] || ['Mixer', 'Switches']
        ['preset']        || ['off', 'on', 'select', 'toggle', 'Pads', "'Three hands'"]
        ['preset', 'on']  || ['Pads', "'Three hands'"]
        ['slider']        || ['Sound', 'Pan', 'Pads', "'Three hands'"]
        ['slider', 'Sound'] || ["'Warm pad'", 'Glass']
        ['slider', 'Three hands'] || ['Mix']
        ['slider', 'Pads', 'Sound'] || ["'Warm pad'", 'Glass']
        ['monitor']       || ['off', "'MIDI Mix'", '--only', '--channel', '--number']
        ['forget']        || ["'old one'", 'Masterator']
        ['words']         || ['transpose']
        ['panic']         || []
        []                || ['reload', 'panic', 'bank', 'page', 'preset', 'slider', 'slots', 'gain', 'mute', 'solo', 'master', 'note', *LINKVST, 'link', 'unlink', 'tempo', 'start', 'stop', 'loop', 'monitor', 'why', 'forget', 'words', 'ports', 'status', 'help', 'quit', 'exit', 'four', 'mix', 'transpose']
    }

    def "the status line leaves out what matters least"() {
        expect:
        playing.status().line(width) == line

        where:
        width || line
        120   || 'masterator | Masterator C | Other A | MidiMix Mixer | missing: Keys | 2 faults | 1 put aside | held 1 | 120.0 bpm at 3.2'
        104   || 'masterator | Masterator C | Other A | MidiMix Mixer | missing: Keys | 2 faults | 1 put aside | held 1'
    30    || 'masterator | Masterator C'
        5     || 'maste'
    }

    def "`status` tells how each loop stands: #said"() {
        given:
        def loop = new LoopStanding('Level', state, measured, -18, output, Strategy.FEEDBACK, null, Gains.GENTLE, tuning, [:])

        expect:
        new Status('gig', [:], [:], [], [], [loop], 0, 0, Status.Code.FINE, 0, []).lines() ==
                ['gig      gig', said, 'held     0 notes', 'faults   0', 'missing  nothing']

        where:
        state             | measured   | output     | tuning       || said
        LoopState.RUNNING | -20.04     | 1.5        | null         || 'loop     Level: -20.0 dB for -18.0 dB, output 1.5 dB, moving'
        LoopState.TUNING  | -18        | 0          | 'relay test' || 'loop     Level: -18.0 dB for -18.0 dB, output 0.0 dB, in a relay test'
        LoopState.STALE   | Double.NaN | Double.NaN | null         || 'loop     Level: ? for -18.0 dB, output ?, waiting for its meter'
    }

    def "the status line shows the selected preset and what is on beside it: #line"() {
        expect:
        new Status('gig', [:], [:], on.withIndex().collect { boolean is, int i -> new PresetStanding("P$i", is, i == 1, []) }, [], [], 0, 0, Status.Code.FINE, 0, []).line(99) == line

        where:
        on                         || line
        [false, true]              || 'gig | preset P1 | held 0'
        [false, false]             || 'gig | preset P1 (off) | held 0'
        [true, true, true]         || 'gig | preset P1 + P0 + P2 | held 0'
        [true, false, true, true]  || 'gig | preset P1 (off) + 3 more | held 0'
    }

    def "a piped shell does its lines and ends in silence, or at quit"() {
        given:
        def out = new ByteArrayOutputStream()

        expect:
        new PlainShell(shell, new ByteArrayInputStream(input.bytes), new PrintStream(out)).run() == end
        out.toString() == text

        where:
        input                || end               | text
        'panic\n1+1\n'       || Shell.End.SILENCE | 'Every note is off.\n2\n'
        'quit\npanic\n'      || Shell.End.QUIT    | ''
    }
}
