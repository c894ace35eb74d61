package roadcase.importers.linkvst

import java.nio.charset.StandardCharsets
import java.util.function.Supplier
import roadcase.audio.Rack
import roadcase.importers.router.Names
import roadcase.importers.router.Plain
import roadcase.rig.Memory.Entry
import roadcase.rig.Session
import roadcase.rig.Session.Plugged
import roadcase.rig.Session.Slot
import roadcase.rig.SessionText
import roadcase.rig.plan.Overlay
import roadcase.rig.plan.Overlay.Place
import roadcase.script.Importer

/**
 * LinkVST's session.json: it becomes a gig with the same instruments, effects and routes, mixed on a MIDImix. Mutes and
 * solos become what that gig remembers, parameters its session.
 *
 * <p>Source of the format: the public code of deflax/vcpi. Stateless; the same file always gives the same gig.
 */
final class LinkVst implements Importer {
    /** What its later versions have and we do not play. */
    private static final Map<String, String> KNOWN = [
        sequences: "its own sequences are not played: the BeatStep Pro's are",
        connections: 'its ports are not taken over: the gig finds BeatStep Pro and MIDImix by themselves',
        link_enabled: 'Link is on wherever a gig says clock(LINK)',
    ]

    private final Supplier<Set<String>> words

    /** @param words of the language, which the names in a gig must not hide */
    LinkVst(Supplier<Set<String>> words) {
        this.words = words
    }

    @Override
    String name() {
        'linkvst'
    }

    @Override
    String takes() {
        'a session.json of LinkVST'
    }

    @Override
    boolean takes(String fileName) {
        fileName ==~ /(?i).*session.*\.json/
    }

    @Override
    Imported read(Map<String, String> files) {
        if (files.size() != 1) return Imported.nothing(["Left out: ${files.size()} files; a gig is made of one".toString()])
        Map.Entry<String, String> file = files.entrySet().first()
        try {
            SessionText.Read read = SessionText.read(file.value.getBytes(StandardCharsets.UTF_8))
            Overlay overlay = read.session().overlay(true)
            if (overlay.isEmpty()) return Imported.nothing(["Left out: ${file.key}: nothing is loaded and nothing routed in it".toString()])
            List<String> report = []
            String gig = gig(file.key, read.session(), overlay, report)
            for (String wrong : read.warnings()) report << "Left out: ${Plain.line(wrong)}".toString()
            boolean complete = beside(read.session(), report) && read.warnings().isEmpty()
            new Imported(remembered(read.session(), overlay), gig, report, complete, SessionText.write(scripted(read.session())))
        } catch (IllegalArgumentException none) {
            Imported.nothing(["Left out: ${file.key}: ${none.message}".toString()])
        }
    }

    private String gig(String from, Session session, Overlay overlay, List<String> report) {
        Names names = new Names(words.get() + (['seq', 'mix', 'link', 'rack', 'strip', 'slot'] as Set<String>))
        Map<Integer, String> called = [:]
        List<List<String>> parts = [["// From ${Plain.line(from)}, a session of LinkVST".toString()], gear(session)]
        overlay.slots().each { Integer number, Place place ->
            Slot slot = session.slot(number)
            String name = names.one(place.name(), 'slot')
            called[number] = name
            double level = Session.decibels(slot.gain())
            parts << RackLines.slot(number, place, gain(level), "def $name = ".toString())
            report << ("Slot $number '${Plain.line(place.name())}': ${Plain.line(place.instrument())}"
                    + (place.effects().isEmpty() ? '' : ", ${count(place.effects().size(), 'effect')}")
                    + ", gain ${slot.gain()} is ${decibels(level)} dB"
                    + parameters(slot)).toString()
        }
        double level = Session.decibels(session.masterGain())
        if (!overlay.master().isEmpty() || !gain(level).isEmpty()) {
            List<String> block = RackLines.master(overlay.master())
            parts << (block.take(block.size() - 1) + gain(level).collect { String l -> "    $l".toString() } + ['}'])
        }
        List<String> routes = []
        overlay.routing().each { Integer channel, Integer slot ->
            routes << RackLines.route(channel, called[slot] ?: "rack.slots[$slot]".toString())
            if (called[slot] == null) report << "Channel $channel plays slot $slot, which is empty.".toString()
        }
        parts << routes
        parts << RackLines.mixer('')
        report.add(0, ("Made from ${count(overlay.slots().size(), 'instrument')}, ${count(overlay.master().size(), 'effect')} of the"
                + " master and ${count(overlay.routing().size(), 'route')}.").toString())
        RackLines.joined(parts.collect { List<String> p -> p.findAll { String l -> !l.isEmpty() } })
    }

    private static List<String> gear(Session session) {
        List<String> audio = []
        if (session.rate() >= 8_000 && session.rate() <= 384_000) audio << "rate: ${session.rate()}".toString()
        if (session.block() >= 16 && session.block() <= 8_192) audio << "buffer: ${session.block()}".toString()
        String tempo = session.bpm() == 0d ? '' : ", ${number(session.bpm())}.bpm"
        ['def seq  = device(BeatStepPro)', 'def mix  = device(MidiMix)', "def link = clock(LINK$tempo)".toString(), 'def rack = device(Rack)',
         audio.isEmpty() ? '' : "rack.audio ${audio.join(', ')}".toString()]
    }

    /** Nothing for 0 dB, which is what a slot starts at. */
    private static List<String> gain(double decibels) {
        Math.abs(decibels) < 0.005 ? [] : ["gain(${this.decibels(decibels)}.dB)".toString()]
    }

    private static String decibels(double level) {
        number(Math.rint(level * 100d) / 100d)
    }

    private static String number(double n) {
        n == Math.rint(n) ? String.valueOf((long) n) : String.valueOf(n)
    }

    private static String count(int number, String one) {
        "$number $one${number == 1 ? '' : 's'}"
    }

    private static String parameters(Slot slot) {
        int all = slot.instrument().parameters().size()
        for (Plugged effect : slot.effects()) all += effect.parameters().size()
        all == 0 ? '.' : ", ${count(all, 'parameter')} in the gig's session: those from 0 to 1 are set as the plugin is loaded."
    }

    /** @return whether all that was in the file plays */
    private static boolean beside(Session session, List<String> report) {
        Set<String> fields = new TreeSet<>(session.beside().keySet())
        for (Slot slot : session.slots()) if (slot != null) for (String field : slot.beside().keySet()) fields << "slots: $field".toString()
        boolean all = true
        for (String field : fields) {
            String why = KNOWN[field]
            if (field == 'slots: kind') continue
            all = all && field in ['link_enabled', 'connections']
            report << ("Kept in the gig's session, not used: ${Plain.line(field)}" + (why == null ? '' : " ($why)")).toString()
        }
        all
    }

    private static Map<String, Entry> remembered(Session session, Overlay overlay) {
        Map<String, Entry> entries = [:]
        overlay.slots().each { Integer number, Place place ->
            entries["rack / ${place.name()} / mute".toString()] = Entry.on(session.slot(number).muted())
            entries["rack / ${place.name()} / solo".toString()] = Entry.on(session.slot(number).solo())
        }
        entries
    }

    /** The same session, said by a script. */
    private static Session scripted(Session s) {
        List<Slot> slots = []
        Overlay overlay = s.overlay(true)
        for (int number : 1..Rack.SLOTS) {
            Slot slot = s.slot(number)
            Place place = overlay.slots()[number]
            slots << (slot == null || slot.instrument() == null ? slot
                    : new Slot(named(slot.instrument(), place.name()), slot.gain(), (Double) Double.valueOf(decibels(Session.decibels(slot.gain()))),
                            slot.muted(), slot.solo(), slot.effects(), slot.beside()))
        }
        List<Plugged> master = s.master().collect { Plugged p ->
            new Plugged(p.path(), p.name(), p.parameters(), p.state(), true, p.beside())
        }
        new Session(s.bpm(), s.rate(), s.block(), s.masterGain(), s.masterMuted(), new TreeMap<Integer, Integer>(), slots,
                s.elsewhere(), master, s.beside())
    }

    private static Plugged named(Plugged p, String name) {
        new Plugged(p.path(), name, p.parameters(), p.state(), p.written(), p.beside())
    }
}
