package roadcase.rig;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import roadcase.audio.Rack;
import roadcase.midi.Message;
import roadcase.midi.Packed;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.PortPlan;
import roadcase.rig.plan.SlotPlan;
import roadcase.rig.plan.Reaction;

/**
 * A gig in virtual time: the same stage that plays live, with paper for ports and no clock but the events. The same
 * events always give the same paper.
 *
 * <p>One thread. Events are given in the order of their time; an event is played as soon as it is known what follows
 * within 20 ms, because a report of positions is only known by what follows. {@link #end} plays the rest.
 */
public final class Rehearsal {
    private static final long AHEAD_NANOS = 20_000_000;
    private static final int MOST_AHEAD = 256;
    private static final int MOST_REACTIONS_PER_MOMENT = 10_000;
    private static final double USUAL_BAR = 4;

    /** What a rehearsal writes down. */
    public interface Paper extends Witness {
        void sent(long timeNanos, String port, Message message);

        /** A message plays a slot. */
        default void played(long timeNanos, int slot, Message message) {}

        /**
         * A level or a parameter moved.
         *
         * @param slot 0 for the master
         * @param what gain, mute, solo, or a parameter as the script has it, with its effect's place before it
         * @param value gains in dB, parameters 0 to 1, switches 0 or 1
         */
        default void moved(long timeNanos, int slot, Moved what, String which, double value) {}
    }

    /** What can move on a rack. */
    public enum Moved { GAIN, MUTE, SOLO, PARAMETER }

    private final PortTable ports = new PortTable();
    private final Cells cells = new Cells();
    private final Paper paper;
    private final Stage stage;
    private final Deque<Event> waiting = new ArrayDeque<>();
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Deque<Consumer<Stage>> commands = new ArrayDeque<>();
    private final Understudy understudy = new Understudy();
    private final Batch batch = new Batch();
    private final PaperMeters meters = new PaperMeters(this::gain);
    private final Patience patience = new Patience();
    /** Null where slots are of paper too. */
    private final Studio studio;
    private final Rack rack;
    private final Function<Throwable, String> words;
    /** By the name that events last used for it: the input of a device. */
    private final Map<String, Integer> lastNamed = new HashMap<>();
    /** The rig that will play when all that waits is played. */
    private Rig newest;

    private record Event(long nanos, int input, Message message, Runnable what) {}

    private record Job(Reaction reaction, Happening what) {}

    /** @param remembered what memory holds at the start; see {@link Remembered} */
    public Rehearsal(Declared gig, Remembered remembered, Paper paper) {
        this(gig, remembered, paper, ReactionFault::sentence);
    }

    /** @param words a sentence for what code threw */
    public Rehearsal(Declared gig, Remembered remembered, Paper paper, Function<Throwable, String> words) {
        this(gig, remembered, paper, words, null, List.of());
    }

    /**
     * @param words a sentence for what code threw
     * @param studio renders what slots play, with the gig's plugins loaded; null: that is written down
     * @param heard names of ports that events will use: they tell which generation of a device plays
     */
    public Rehearsal(Declared gig, Remembered remembered, Paper paper, Function<Throwable, String> words, Studio studio,
            Iterable<String> heard) {
        this.paper = paper;
        this.words = words;
        this.studio = studio;
        this.rack = studio == null ? new Drawn() : studio;
        this.stage = new Stage(new Written(), cells, ports, this::play, paper, commands::add, 0);
        remembered.restore(cells);
        newest = gig.rig();
        if (studio != null) studio.attend(stage::now);
        Wiring first = Wirer.wire(gig.rig(), gig.link(), ports, cells);
        for (String port : heard) generation(port);
        stage.start(first);
        settle();
        if (studio != null) studio.begin();
        tellTempo();
    }

    private void tellTempo() {
        if (studio == null) return;
        Standing now = stage.standing();
        double bar = now.clocks().isEmpty() ? USUAL_BAR : now.clocks().get(0).bar();
        studio.music(stage.now(), now.bpm(), now.beat(), bar);
    }

    private boolean play(Reaction reaction, Happening what, Live link) {
        Happening copy = new Happening();
        copy.copy(what);
        jobs.add(new Job(reaction, copy));
        return true;
    }

    /**
     * A message comes in.
     *
     * @return a sentence where the gig has no such input, else null
     */
    public String message(long nanos, String port, Message message) {
        int input = input(port);
        if (input < 0) return "there is no input '" + port + "' in this gig" + inputs();
        waiting.add(new Event(nanos, input, message, null));
        playKnown(nanos - AHEAD_NANOS);
        return null;
    }

    /** Something else happens. */
    public void at(long nanos, Consumer<Stage> what) {
        at(nanos, () -> what.accept(stage));
    }

    private void at(long nanos, Runnable what) {
        waiting.add(new Event(nanos, -1, null, what));
        playKnown(nanos - AHEAD_NANOS);
    }

    /** Another rig takes over. */
    public void reload(long nanos, Declared gig) {
        Wiring next = Wirer.wire(gig.rig(), gig.link(), ports, cells);
        newest = gig.rig();
        at(nanos, () -> {
            stage.swap(next);
            patience.begin();
            if (studio == null) return;
            for (StudioLoader.Place place : studio.follow(gig.rig())) stage.pluginLoaded(place.slot(), place.position());
            tellTempo();
        });
    }

    /** A port of this name, in and out, loses its gear. @return a sentence where there is none, else null */
    public String vanish(long nanos, String port) {
        return both(nanos, port, stage.comings::vanish);
    }

    public String comeBack(long nanos, String port) {
        return both(nanos, port, stage.comings::comeBack);
    }

    private String both(long nanos, String port, java.util.function.IntConsumer what) {
        boolean device = ports.find(Direction.INPUT, port) < 0 && ports.find(Direction.OUTPUT, port) < 0 && generation(port) >= 0;
        String name = device ? ports.port(generation(port)).name() : port;
        int in = ports.find(Direction.INPUT, name);
        int out = ports.find(Direction.OUTPUT, name);
        if (in < 0 && out < 0) return "there is no port '" + port + "' in this gig";
        at(nanos, () -> {
            if (in >= 0) what.accept(in);
            if (out >= 0) what.accept(out);
        });
        return null;
    }

    /** From here on this is how loud it is, in dB, before the gain of the slot or of the master. */
    public void meter(long nanos, String meter, double level, double peak) {
        at(nanos, () -> meters.set(meter, level, peak));
    }

    private double gain(String meter) {
        return stage.value(meter + " / gain", 0);
    }

    public void panic(long nanos) {
        at(nanos, Stage::panic);
    }

    public void quit(long nanos) {
        at(nanos, Stage::quit);
    }

    public void tempo(long nanos, double bpm) {
        at(nanos, s -> {
            s.tempo(bpm);
            tellTempo();
        });
    }

    /** Plays what waits; time goes on to {@code nanos} and no further. */
    public void end(long nanos) {
        at(nanos, () -> {});
        playKnown(Long.MAX_VALUE);
    }

    /** Tells from now on what becomes of each message, and why. */
    public void follow(Consumer<Trace> told) {
        stage.why().follow(told);
    }

    /** The stage, between events. */
    public Stage stage() {
        return stage;
    }

    /** What would be remembered now. */
    public Remembered remembered() {
        return Remembered.of(cells);
    }

    private int input(String port) {
        int number = ports.find(Direction.INPUT, port);
        if (number >= 0 && ports.port(number).device() == null) return number;
        for (var device : newest.devices())
            if (device.name().equals(port)) return ports.find(Direction.INPUT, device.in().name());
        int named = generation(port);
        return named < 0 ? number : named;
    }

    /** A port of a device, by what a generation of it is called: from now on that one plays. @return its input, or -1 */
    private int generation(String port) {
        Integer before = lastNamed.get(port);
        if (before != null) return before;
        boolean isOwn = newest.devices().stream().anyMatch(d -> d.in().name().equals(port));
        for (DevicePlan device : newest.devices()) {
            if (isOwn && !device.in().name().equals(port)) continue; // the second of two units
            int generation = LightCheck.generation(device.spec(), port);
            int in = ports.find(Direction.INPUT, device.in().name());
            if (generation < 0 || in < 0) continue;
            int out = ports.find(Direction.OUTPUT, device.out().name());
            ports.called(in, port);
            ports.called(out, port);
            stage.identities.joined(in, generation);
            stage.identities.joined(out, generation);
            lastNamed.values().removeIf(i -> i == in);
            lastNamed.put(port, in);
            return in;
        }
        return -1;
    }

    private String inputs() {
        Set<String> names = new LinkedHashSet<>();
        for (PortPlan p : newest.ports()) if (p.direction() == Direction.INPUT) names.add("'" + p.name() + "'");
        return names.isEmpty() ? "; it has none" : "; it has " + String.join(", ", names);
    }

    private void playKnown(long until) {
        while (!waiting.isEmpty() && waiting.peek().nanos() <= until) {
            Event event = waiting.peek();
            advance(event.nanos());
            if (event.what() != null) event.what().run();
            else if (event.message().isShort()) playShort();
            else stage.sysex(event.input(), event.message().bytes(), event.message().length());
            waiting.remove();
            settle();
        }
    }

    private void playShort() {
        batch.clear();
        long from = waiting.peek().nanos();
        for (Event event : waiting) {
            if (batch.size() == MOST_AHEAD || event.nanos() > from + AHEAD_NANOS) break;
            if (event.message() != null && event.message().isShort())
                batch.add(event.nanos(), event.input(), event.message().packed());
        }
        stage.message(batch, 0);
    }

    /** Timers that are due before {@code nanos} ring at their own time. */
    private void advance(long nanos) {
        while (stage.next() <= nanos) {
            stage.now(stage.next());
            settle();
        }
        stage.now(nanos);
    }

    /** Runs the scripts' own code and what it asked for, until nothing is left; then lights. */
    private void settle() {
        int played = 0;
        while (!jobs.isEmpty() || !commands.isEmpty()) {
            Consumer<Stage> command = commands.poll();
            if (command != null) {
                command.accept(stage);
                continue;
            }
            Job job = jobs.poll();
            if (++played > MOST_REACTIONS_PER_MOMENT) {
                paper.fault(stage.now(), job.reaction().origin(), "reactions call each other without end; the rest is left out");
                jobs.clear();
                break;
            }
            react(job);
        }
        stage.endTurn();
    }

    private void react(Job job) {
        if (patience.isOver(job.reaction())) return;
        Throwable fault = understudy.play(job.reaction(), job.what());
        if (fault == null) {
            patience.well(job.reaction());
            return;
        }
        ReactionFault told = ReactionFault.of(fault, job.reaction().origin(), words);
        paper.fault(stage.now(), told.origin(), told.sentence());
        if (patience.failed(job.reaction())) paper.fault(stage.now(), job.reaction().origin(), Patience.SENTENCE);
    }

    /** Ports of paper. */
    private final class Written implements Outlet {
        @Override
        public boolean send(int port, long timeNanos, int packed) {
            if (ports.slot(port) > 0) return rack.midi(ports.slot(port), timeNanos, packed);
            paper.sent(timeNanos, name(port), Packed.message(packed));
            return true;
        }

        @Override
        public boolean send(int port, long timeNanos, byte[] bytes, int length) {
            if (ports.slot(port) > 0) return rack.midi(ports.slot(port), timeNanos, bytes, length);
            paper.sent(timeNanos, name(port), Message.of(Arrays.copyOf(bytes, length)));
            return true;
        }

        private String name(int port) {
            return ports.called(port);
        }

        @Override
        public Rack rack() {
            return rack;
        }

        @Override
        public LoopMeters meters() {
            return meters;
        }
    }

    /** A rack of paper, in which every parameter exists. */
    private final class Drawn implements Rack {
        @Override
        public boolean midi(int slot, long nanos, int packed) {
            paper.played(nanos, slot, Packed.message(packed));
            return true;
        }

        @Override
        public boolean midi(int slot, long nanos, byte[] bytes, int length) {
            paper.played(nanos, slot, Message.of(Arrays.copyOf(bytes, length)));
            return true;
        }

        @Override
        public boolean gain(int slot, long nanos, double decibels) {
            paper.moved(nanos, slot, Moved.GAIN, "", decibels);
            return true;
        }

        @Override
        public boolean mute(int slot, long nanos, boolean on) {
            paper.moved(nanos, slot, Moved.MUTE, "", on ? 1 : 0);
            return true;
        }

        @Override
        public boolean solo(int slot, long nanos, boolean on) {
            paper.moved(nanos, slot, Moved.SOLO, "", on ? 1 : 0);
            return true;
        }

        @Override
        public boolean parameter(int slot, int position, long nanos, String which, double value) {
            paper.moved(nanos, slot, Moved.PARAMETER, position == 0 ? which : "effect " + position + " / " + which, value);
            return true;
        }

        @Override
        public double level(String meter) {
            return meters.now(meter);
        }

        /** Of the slots that the gig names. */
        @Override
        public void panic() {
            for (SlotPlan slot : stage.rig().rack().slots()) {
                if (slot.isMaster()) continue;
                for (int channel = 1; channel <= 16; channel++)
                    for (int packed : Stage.silence(channel)) paper.played(stage.now(), slot.number(), Packed.message(packed));
            }
        }
    }

}
