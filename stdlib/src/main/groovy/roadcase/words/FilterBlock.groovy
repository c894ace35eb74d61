package roadcase.words

import groovy.transform.PackageScope
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Origin
import roadcase.rig.plan.RigError
import roadcase.route.EventKind
import roadcase.route.FilterCheck
import roadcase.route.Range
import roadcase.route.Step.Filter
import roadcase.route.Step.Filter.Does
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** The words of {@code only { }}, {@code drop { }} and {@code change { }}: the filter of the MIDI Router. */
@Spoken('a filter')
final class FilterBlock extends Block {
    /** The MIDI Router's numbers: status nibbles, and 100 for what it joins itself. */
    private static final Map<Integer, EventKind> ROUTER = [
        8: EventKind.NOTE_OFF, 9: EventKind.NOTE_ON, 10: EventKind.KEY_AFTERTOUCH, 11: EventKind.CC,
        12: EventKind.PROGRAM, 13: EventKind.AFTERTOUCH, 14: EventKind.PITCH_BEND, 100: EventKind.NRPN,
    ] as Map<Integer, EventKind>

    private final Does does
    private final Map<EventKind, EventKind> kinds = new EnumMap<>(EventKind)
    private EventKind target
    private final List<Said> said = []

    /** A range, of what, and where it stands. */
    private static final class Said {
        final String what
        final Range range
        final Origin origin

        Said(String what, Range range, Origin origin) {
            this.what = what
            this.range = range
            this.origin = origin
        }
    }

    FilterBlock(RigBuilder rig, Does does) {
        super(rig)
        this.does = does
    }

    @Word(says = 'events(NOTE_ON, NOTE_OFF) · events([[11, 11, 100]])',
            meaning = "Which kinds match; in the router's notation 8 is note off, 9 note on, 11 CC, 100 NRPN.",
            example = 'keys.drop { events AFTERTOUCH, KEY_AFTERTOUCH }.to(synth)')
    void events(Traffic... wanted) {
        if (wanted.length == 0) throw rig.error("'events' needs kinds of messages: events NOTE_ON, NOTE_OFF")
        for (Traffic one : wanted) {
            EventKind kind = one.event()
            if (kind == null)
                throw rig.error("$one has no channel and passes no filter: say .ignoring($one) or another line for it")
            kinds[kind] = kind
        }
    }

    void events(List<List<Integer>> ranges) {
        for (Range range : read(ranges)) {
            int met = 0
            ROUTER.each { int number, EventKind kind ->
                if (!range.has(number)) return
                EventKind becomes = ROUTER[range.map(number)]
                if (becomes == null) throw rig.error("events $range; ${range.map(number)} is no kind of message")
                kinds[kind] = becomes
                met++
            }
            if (met == 0) throw rig.error("events $range; kinds are 8 to 14 and 100")
        }
    }

    @Word(says = 'becomes(NRPN)', meaning = 'What matches becomes this kind of message.', example = """
        keys.only {
            events  CC
            becomes NRPN
            data1   8
            data2   0..127, 0..255
        }.to(synth)""")
    void becomes(Traffic kind) {
        if (kind.event() == null) throw rig.error("nothing becomes $kind: it has no channel")
        target = kind.event()
    }

    @Word(says = 'channel(6) · channel(1, 6) · channel(1..6, 11) · channel(1..16, 16..1)',
            meaning = 'The channel: is, becomes, moved, stretched.',
            example = 'keys.only { channel 1..8, 9 }.to(synth)')
    void channel(int number) {
        say('channel', Range.is(number, number))
    }

    void channel(int from, int to) {
        say('channel', Range.becomes(from, to))
    }

    void channel(IntRange range) {
        say('channel', whole(range))
    }

    void channel(IntRange range, int first) {
        say('channel', moved(range, first))
    }

    void channel(IntRange range, IntRange target) {
        say('channel', stretched(range, target))
    }

    void channel(List<List<Integer>> ranges) {
        for (Range range : read(ranges)) say('channel', range)
    }

    @Word(says = 'data1(60) · data1(60, 72) · data1(19..74, 19) · data1(0..127, 127..0) · data1([[19, 74, 19]])',
            meaning = 'The first byte, a number: is, becomes, moved, stretched; of several ranges the last one counts.',
            example = 'keys.change { data1 36..47, 48 }.to(synth)')
    void data1(int number) {
        say('data1', Range.is(number, number))
    }

    void data1(int from, int to) {
        say('data1', Range.becomes(from, to))
    }

    void data1(IntRange range) {
        say('data1', whole(range))
    }

    void data1(IntRange range, int first) {
        say('data1', moved(range, first))
    }

    void data1(IntRange range, IntRange target) {
        say('data1', stretched(range, target))
    }

    void data1(List<List<Integer>> ranges) {
        for (Range range : read(ranges)) say('data1', range)
    }

    @Word(says = 'data2(127) · data2(127, 100) · data2(1..100, 28) · data2(0..127, 1..100) · data2([[0, 127, 1, 100]])',
            meaning = 'The second byte, a velocity or value: is, becomes, moved, stretched.',
            example = 'keys.only { data2 1..100, 40..110 }.to(synth)')
    void data2(int number) {
        say('data2', Range.is(number, number))
    }

    void data2(int from, int to) {
        say('data2', Range.becomes(from, to))
    }

    void data2(IntRange range) {
        say('data2', whole(range))
    }

    void data2(IntRange range, int first) {
        say('data2', moved(range, first))
    }

    void data2(IntRange range, IntRange target) {
        say('data2', stretched(range, target))
    }

    void data2(List<List<Integer>> ranges) {
        for (Range range : read(ranges)) say('data2', range)
    }

    private void say(String what, Range range) {
        said << new Said(what, range, rig.origin())
    }

    private static Range whole(IntRange range) {
        Ends ends = Ends.of(range)
        Range.is(ends.first, ends.last)
    }

    private static Range moved(IntRange range, int first) {
        Ends ends = Ends.of(range)
        Range.moved(ends.first, ends.last, first)
    }

    private static Range stretched(IntRange range, IntRange target) {
        Ends ends = Ends.of(range)
        Ends onto = Ends.of(target)
        new Range(ends.first, ends.last, onto.first, onto.last)
    }

    private List<Range> read(List<List<Integer>> ranges) {
        if (ranges.isEmpty()) throw rig.error("[] matches nothing: leave the word out, or say which")
        ranges.collect { List<Integer> numbers ->
            try {
                Range.of(numbers)
            } catch (IllegalArgumentException none) {
                throw rig.error(none.message)
            }
        }
    }

    /** The step, or the refusal of the word that cannot be. */
    @PackageScope
    @NotAWord
    Filter finished() {
        if (kinds.isEmpty()) for (EventKind kind : EventKind.plain()) kinds[kind] = kind
        if (target != null) kinds.replaceAll { EventKind kind, EventKind same -> target }
        for (Said one : said) {
            String fault = FilterCheck.fault(filter(List.of(one)))
            if (fault != null && FilterCheck.fault(filter([])) == null) throw new RigError(one.origin, fault)
        }
        Filter whole = filter(said)
        String fault = FilterCheck.fault(whole)
        if (fault != null) throw rig.error(fault)
        whole
    }

    private Filter filter(List<Said> parts) {
        new Filter(does, kinds, of('channel', parts), of('data1', parts), of('data2', parts))
    }

    private static List<Range> of(String what, List<Said> parts) {
        parts.findAll { Said one -> one.what == what }.collect { Said one -> one.range }
    }
}
