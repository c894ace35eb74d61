package roadcase.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import roadcase.midi.Kind;
import roadcase.rig.Trace.Refusal;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.Source;
import roadcase.route.Accept;
import roadcase.route.Chain;
import roadcase.route.Event;
import roadcase.route.EventKind;
import roadcase.route.Joins;
import roadcase.route.Step;

/**
 * All lines of a rig by the input they listen to, with the whole chain of their steps: for those that the table of
 * {@link PlayedInput} never brings a message to, because a filter of theirs stops it for certain.
 *
 * <p>Made where somebody asks why, once for each rig. The Conductor's thread.
 */
final class Listening {
    /** A line of a port. What is asked of it is prepared when it is asked: a gig may have thousands. */
    static final class Line {
        final RoutePlan plan;
        private Accept accept;
        private Chain chain;

        Line(RoutePlan plan) {
            this.plan = plan;
        }

        private Accept accept() {
            if (accept == null) accept = Accept.of(plan.steps());
            return accept;
        }

        private Chain chain() {
            // Numbers are stretched behind the filters that answer here, so that their range does not matter.
            if (chain == null) chain = Chain.of(plan.steps(), 0, 127);
            return chain;
        }

        /**
         * Whether it has an opinion on this event at all: keys that go up are asked of those only that hear nothing
         * else, what is made of several CCs of those that take such.
         */
        boolean judges(Event in) {
            if (in.kind == Event.NOTE_OFF) return accept().takes(Kind.NOTE_OFF) && !accept().takes(Kind.NOTE_ON);
            if (in.kind < Event.NRPN) return true;
            Joins joins = accept().joins();
            return joins != null && joins.takes(EventKind.of(in.kind));
        }
    }

    final Wiring wiring;
    private final Map<Integer, List<Line>> byInput = new HashMap<>();
    private final Map<RoutePlan, Integer> order = new IdentityHashMap<>();
    private final Event event = new Event();

    Listening(Wiring wiring, PortTable ports) {
        this.wiring = wiring;
        for (RoutePlan plan : wiring.rig.routes()) {
            order.put(plan, order.size());
            if (plan.source() instanceof Source.Port from)
                byInput.computeIfAbsent(ports.number(from.port()), i -> new ArrayList<>()).add(new Line(plan));
        }
    }

    List<Line> of(int input) {
        return byInput.getOrDefault(input, List.of());
    }

    /** Where a line stands in the script. */
    int order(RoutePlan plan) {
        return order.getOrDefault(plan, order.size());
    }

    /**
     * Why a line that a message was not brought to would have refused it.
     *
     * @param partOf of what a CC is a part: {@link Joins}
     * @param parameter the one that is selected, or -1
     */
    Refusal refusal(Line line, Event in, int partOf, int parameter) {
        Joins joins = line.accept().joins();
        if (joins != null && in.kind == Event.CC && joins.swallows(partOf, in.channel, in.number))
            return Foresight.part(joins, partOf, in, parameter);
        event.copy(in);
        int at = line.chain().stoppedAt(event);
        return at < 0 ? new Refusal.Unforeseen() : Foresight.stopped(line.plan, line.chain(), at, event);
    }

    /** The same for a system message; its step is the first that says so. */
    static Refusal refusal(Line line, Kind kind) {
        List<Step> steps = line.plan.steps();
        for (int i = 0; i < steps.size(); i++)
            if (!Accept.of(steps.subList(0, i + 1)).takes(kind))
                return new Refusal.Stopped(steps.get(i), steps.subList(0, i), null);
        return new Refusal.Unforeseen();
    }
}
