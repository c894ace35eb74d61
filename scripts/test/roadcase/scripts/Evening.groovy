package roadcase.scripts

import com.fasterxml.jackson.databind.json.JsonMapper
import java.nio.file.Path
import roadcase.cli.Face
import roadcase.cli.InstalledGigs
import roadcase.cli.Main
import roadcase.files.Folders

/** Rehearses a script of this folder: messages in, messages out, each as {@code 'time port bytes'}. */
class Evening {
    static final Path SCRIPTS = Path.of(System.getProperty('roadcase.house'), 'scripts')
    /** Nothing of the person's own: neither environment nor home. */
    private static final Folders NOWHERE = new Folders({ null }, 'Linux', SCRIPTS.resolve('target/evening'))
    private static final InstalledGigs GIGS = new InstalledGigs(NOWHERE)

    /** What is sent, without what was painted at the start (at time 0). */
    static List<String> rehearse(String script, List<String> events) {
        sent(script, events).findAll { !it.startsWith('0.000 ') }
    }

    static List<String> sent(String script, List<String> events) {
        def (int code, String out) = run(events.collect { line(it) }.join('\n'), 'rehearse', script)
        assert code == 0
        out.readLines().collect { said(new JsonMapper().readValue(it, Map)) }
    }

    /** Exit code, and what was printed. */
    static List run(String input, String... args) {
        def out = new ByteArrayOutputStream()
        def face = new Face(new ByteArrayInputStream(input.getBytes('UTF-8')), new PrintStream(out, true, 'UTF-8'),
                new PrintStream(OutputStream.nullOutputStream()), false, [:], NOWHERE, GIGS, SCRIPTS)
        [Main.run(face, args), out.toString('UTF-8')]
    }

    /** {@code '0.5 Keystation 90 30 64'}, {@code '1 do reload'}, {@code '1 shell bank next'}. */
    private static String line(String event) {
        def (all, t, what) = (event =~ /^(\S+) (.*)$/)[0]
        if (what.startsWith('do ')) return """{"t":$t,"do":"${what - 'do '}"}"""
        if (what.startsWith('shell ')) return new JsonMapper().writeValueAsString([t: t as double, do: 'shell', line: what - 'shell '])
        def (_, port, bytes) = (what =~ /^(.*?) ((?:[0-9A-F]{2} ?)+)$/)[0]
        """{"t":$t,"port":"$port","midi":"$bytes"}"""
    }

    private static String said(Map line) {
        String time = String.format(Locale.ROOT, '%.3f', line.t as double)
        if (line.preset) return "$time $line.preset ${line.on ? 'on' : 'off'}"
        String where = line.slot == null ? line.port : line.slot == 'master' ? 'master' : "slot $line.slot"
        if (line.midi) return "$time $where $line.midi"
        if (line.slot == null) return "$time $line"
        "$time $where " + line.findAll { !(it.key in ['t', 'slot']) }.collect { "$it.key $it.value" }.join(' ')
    }
}
