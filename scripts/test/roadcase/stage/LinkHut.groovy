package roadcase.stage

import java.util.concurrent.TimeUnit
import roadcase.midi.JackServer

/** LinkHut, Ableton's own example: a peer that is none of ours, with keys and a line that it prints all the time. */
class LinkHut implements AutoCloseable {
    private final Process process
    private final Thread reading
    /** The last line: enabled, peers, quantum, start and stop, tempo, beats, metronome. */
    private volatile List<String> fields = []
    private volatile double earliest = Double.NEGATIVE_INFINITY
    private volatile double bpmThen

    LinkHut(LinkNetwork network, JackServer jack) {
        def builder = new ProcessBuilder(network.inside(['LinkHut'])).redirectErrorStream(true)
        builder.environment() << [JACK_DEFAULT_SERVER: jack.name, JACK_NO_START_SERVER: '1']
        process = builder.start()
        reading = Thread.startDaemon('reads LinkHut') { read() }
        press('a') // joins
        press('s') // shares start and stop
    }

    private void read() {
        def text = new StringBuilder()
        int c
        while ((c = process.inputStream.read()) >= 0) {
            if (c != ('\r' as char) as int && c != ('\n' as char) as int) { text.append(c as char); continue }
            look(text.toString(), System.nanoTime())
            text.length = 0
        }
    }

    private void look(String line, long nanos) {
        def all = line.split(/\|/)*.trim()
        if (all.size() < 7 || !(all[4] ==~ /[\d.]+/)) return
        fields = all
        if (bpm != bpmThen) { bpmThen = bpm; earliest = Double.NEGATIVE_INFINITY }
        // What we read is late, never early: the largest distance is the truest.
        earliest = Math.max(earliest, (all[5] as double) - nanos * bpm / 60e9d)
    }

    /** One of its keys: {@code e} a beat a minute more, {@code w} less, a blank starts and stops. */
    void press(String key) {
        process.outputStream << key
        process.outputStream.flush()
    }

    int getPeers() { fields ? fields[1] as int : -1 }

    double getBpm() { fields ? fields[4] as double : 0 }

    boolean isPlaying() { fields && fields[3].contains('playing') }

    /** Begins to look anew where its beat is. */
    void forgetBeat() { earliest = Double.NEGATIVE_INFINITY }

    /** Its beat at a time, in steps of a hundredth. */
    double beat(long nanos) { earliest + nanos * bpm / 60e9d }

    String getLine() { fields.join(' | ') }

    @Override
    void close() {
        process.destroyForcibly()
        process.waitFor(10, TimeUnit.SECONDS)
    }
}
