package roadcase.rig;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jctools.queues.MpscArrayQueue;
import roadcase.audio.Rack;
import roadcase.midi.Backend;
import roadcase.midi.ClockOut;
import roadcase.rig.plan.ClockPlan;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.ValuePlan;

/**
 * The one thread that plays: takes what came in, runs what is due, does what it is told, and at the end of each turn
 * sends the lights that changed.
 *
 * <p>{@link #tell}, {@link #ask} and {@link #swap} may be called by any other thread.
 */
public final class Conductor implements AutoCloseable {
    /** How many commands may wait for the next turn. */
    private static final int MOST_COMMANDS = 16_384;
    private static final long ASK_SECONDS = 5;
    private static final String NO_MEMORY = "there is no memory left; routes, banks and lights go on, but what needs more "
            + "is left out until the gig is saved with less";

    private final Backend backend;
    private final PortTable ports;
    private final Cells cells;
    private final Handles handles;
    private final Stage stage;
    private final MpscArrayQueue<Consumer<Stage>> commands = new MpscArrayQueue<>(MOST_COMMANDS);
    private final Batch batch = new Batch();
    private final Receiver receiver = new Receiver();
    private final Thread thread;
    private final Runnable portsChanged;
    private final Solo solo;
    private final long spinNanos;
    private long reactions;
    private boolean spins;
    private long spinUntil;
    private volatile IntConsumer skipped = port -> {};
    private volatile IntConsumer stranger = port -> {};
    private volatile Consumer<Traffic> monitor;
    private volatile Rack rack = Rack.NOBODY;
    private final RackMeters meters = new RackMeters(() -> rack);
    private volatile ClockOut[] clockOuts = new ClockOut[Delay.MOST_CLOCKS];
    private volatile boolean stopping;
    /** Commands that found no room since this was last told. */
    private final AtomicLong leftOut = new AtomicLong();
    private final AtomicLong unsaid = new AtomicLong();

    /** One message as it went through a port, for monitors. */
    public record Traffic(long nanos, String port, boolean incoming, byte[] bytes) {}

    /**
     * @param portsChanged told, on the Conductor's thread, that somebody's ports came or went; must not block
     * @param first what happens on the new thread before anything else: asking for real-time priority
     */
    public Conductor(Backend backend, Solo solo, Witness witness, Remembered remembered, Runnable portsChanged,
            Runnable first) {
        this(backend, solo, witness, remembered, portsChanged, first, 0);
    }

    /**
     * @param spinNanos how long, at most, it stays awake for what a reaction will want, instead of being woken for it a
     *     moment later; 0 where there is one processor, which the reaction itself needs
     */
    public Conductor(Backend backend, Solo solo, Witness witness, Remembered remembered, Runnable portsChanged,
            Runnable first, long spinNanos) {
        this.backend = backend;
        this.solo = solo;
        this.spinNanos = spinNanos;
        this.portsChanged = portsChanged;
        this.ports = new PortTable();
        this.cells = new Cells();
        remembered.restore(cells);
        this.handles = new Handles();
        this.stage = new Stage(handles, cells, ports, solo, witness, this::tell, System.nanoTime());
        this.thread = new Thread(() -> conduct(first), "roadcase-conductor");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Does something on the stage, between two messages. @return false where too many commands wait */
    public boolean tell(Consumer<Stage> command) {
        boolean taken = commands.offer(command);
        if (!taken) leftOut.incrementAndGet();
        backend.wake();
        return taken;
    }

    /**
     * Asks the stage something and waits for the answer.
     *
     * @throws IllegalStateException where the Conductor does not answer within five seconds
     */
    public <T> T ask(Function<Stage, T> question) {
        if (Thread.currentThread() == thread) return question.apply(stage);
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean told = tell(s -> {
            try {
                answer.complete(question.apply(s));
            } catch (RuntimeException | OutOfMemoryError fault) {
                answer.completeExceptionally(fault);
            }
        });
        try {
            if (told) return answer.get(ASK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the conductor does not answer", e);
        }
        throw new IllegalStateException("the conductor has too much to do");
    }

    /** Prepares a rig on this thread; the swap itself is {@link Prepared#swap}. */
    public Prepared prepare(Declared gig) {
        return new Prepared(Wirer.wire(gig.rig(), gig.link(), ports, cells));
    }

    /** A rig that is ready to play. */
    public final class Prepared {
        private final Wiring wiring;

        private Prepared(Wiring wiring) {
            this.wiring = wiring;
        }

        /** All clocks of ours begin at this tempo, whatever is said and remembered. Before the start. */
        public void tempo(double bpm) {
            for (ClockPlan clock : wiring.rig.clocks()) {
                if (clock.isHeard()) continue;
                for (ValuePlan plan : wiring.rig.values())
                    if (plan.name().equals(clock.tempoName())) wiring.values.get(plan.name()).script = plan.start();
                wiring.values.get(clock.tempoName()).value = bpm;
            }
            ask(s -> {
                s.tempo(bpm);
                return null;
            });
        }

        /** The first rig of the show. Returns when it plays. */
        public void start() {
            ask(s -> {
                s.start(wiring);
                return null;
            });
        }

        /** Takes over between two messages. Returns when it plays. */
        public void swap() {
            ask(s -> {
                s.swap(wiring);
                return null;
            });
        }
    }

    public PortTable ports() {
        return ports;
    }

    /** What slots are played by from now on; nothing is played by the one before once this has returned. */
    public void rack(Rack next) {
        rack = next;
        if (thread.isAlive()) ask(stage -> {
            stage.freshRack();
            return null;
        });
        meters.settle();
    }

    /** Who makes MIDI clock of the clock of this name, for rigs that are prepared from now on. Any thread. */
    public void clockOut(String clock, ClockOut out) {
        ClockOut[] more = clockOuts.clone();
        more[cells.clock(clock)] = out;
        clockOuts = more;
    }

    /** A port of the table is this handle of the backend, from now on. Any thread. */
    public void handle(int port, int handle) {
        handles.set(port, handle);
    }

    public void noHandle(int port) {
        handles.remove(port);
    }

    /** What would be remembered now. Any thread. */
    public Remembered remembered() {
        return Remembered.of(cells);
    }

    /** Grows with every change of what is remembered. */
    public long revision() {
        return cells.revision();
    }

    public void forget(String name) {
        cells.forget(name);
    }

    /** Told of messages that a driver may have lost, by port; on the Conductor's thread. */
    public void onSkipped(IntConsumer told) {
        skipped = told;
    }

    /** Told of inputs whose unit says that it is another than the device it is taken for; on the Conductor's thread. */
    public void onStranger(IntConsumer told) {
        stranger = told;
    }

    /** Shows all traffic to somebody, or null to nobody. Called on the Conductor's thread; must not block. */
    public void monitor(Consumer<Traffic> somebody) {
        monitor = somebody;
    }

    private void conduct(Runnable first) {
        first.run();
        while (!stopping) {
            try {
                // Not past but now: drivers count the time that is left, and may not be asked to count below zero.
                backend.await(staysAwake() ? System.nanoTime() : stage.next(), receiver);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
                ours(fault);
            }
            turn();
        }
        turn();
        stage.quit();
    }

    /** After a reaction was handed over, until it is done, but not for long. */
    private boolean staysAwake() {
        if (spinNanos == 0) return false;
        if (stage.reactions() != reactions) {
            reactions = stage.reactions();
            spins = true;
            spinUntil = System.nanoTime() + spinNanos;
        }
        if (!spins) return false;
        spins = solo.isPlaying() && System.nanoTime() < spinUntil;
        if (spins) Thread.onSpinWait();
        return spins;
    }

    private void turn() {
        try {
            stage.now(System.nanoTime());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
            ours(fault);
        }
        playBatch();
        Consumer<Stage> command;
        while ((command = commands.poll()) != null) {
            try {
                command.accept(stage);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
                ours(fault);
            }
        }
        try {
            tellLeftOut();
            stage.endTurn();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
            ours(fault);
        }
    }

    private void tellLeftOut() {
        long out = leftOut.getAndSet(0);
        if (out > 0)
            stage.witness().fault(stage.now(), Origin.NOWHERE, out + " things that code asked for were left out: more than "
                    + MOST_COMMANDS + " at once are too many");
    }

    private void playBatch() {
        for (int i = 0; i < batch.size(); i++) {
            try {
                stage.message(batch, i);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
                ours(fault);
            }
        }
        batch.clear();
    }

    /** A fault of Roadcase's own, or the end of memory: one message or command is lost, the show goes on. */
    private void ours(Throwable fault) {
        try {
            stage.witness().fault(stage.now(), Origin.NOWHERE, fault instanceof OutOfMemoryError ? NO_MEMORY
                    : "a fault of Roadcase, please report it: " + fault + " at "
                    + (fault.getStackTrace().length > 0 ? fault.getStackTrace()[0] : "an unknown place"));
        } catch (OutOfMemoryError notEvenForASentence) {
            unsaid.incrementAndGet();
        }
    }

    /** How many faults could not even be told, for want of memory. */
    public long unsaid() {
        return unsaid.get();
    }

    /** The clean stop: what is held is ended. */
    @Override
    public void close() {
        meters.close();
        if (!thread.isAlive()) return;
        stopping = true;
        backend.wake();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Receiver implements Backend.Receiver {
        @Override
        public void received(int handle, long timeNanos, int packed) {
            int port = handles.port(handle);
            if (port < 0) return; // of a port that was just closed, because no rig names it any more
            if (!batch.add(timeNanos, port, packed)) {
                playBatch();
                batch.add(timeNanos, port, packed);
            }
            if (monitor != null) show(timeNanos, port, true, roadcase.midi.Packed.message(packed).bytes());
        }

        @Override
        public void received(int handle, long timeNanos, byte[] bytes, int length) {
            int port = handles.port(handle);
            if (port < 0) return; // of a port that was just closed, because no rig names it any more
            playBatch();
            try {
                if (!stage.sysex(port, bytes, length)) stranger.accept(port);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
                ours(fault);
            }
            if (monitor != null) show(timeNanos, port, true, java.util.Arrays.copyOf(bytes, length));
        }

        @Override
        public void peer(int output, int who, long timeNanos, int packed) {
            int port = handles.port(output);
            if (port < 0) return; // of a port that was just closed, because no rig names it any more
            playBatch();
            stage.peer(port, packed, who);
        }

        @Override
        public void peer(int output, int who, long timeNanos, byte[] bytes, int length) {
            int port = handles.port(output);
            if (port < 0) return;
            playBatch();
            stage.peer(port, bytes, length);
        }

        @Override
        public void peerLeft(int who) {
            playBatch();
            stage.peerLeft(who);
        }

        @Override
        public void portsChanged() {
            portsChanged.run();
        }

        @Override
        public void skipped(int handle, long timeNanos) {
            int port = handles.port(handle);
            if (port < 0) return;
            stage.comings.skipped(port);
            skipped.accept(port);
        }
    }

    private void show(long nanos, int port, boolean incoming, byte[] bytes) {
        Consumer<Traffic> somebody = monitor;
        if (somebody != null) somebody.accept(new Traffic(nanos, ports.port(port).name(), incoming, bytes));
    }

    /** Port numbers and backend handles, both ways; and the way out. */
    private final class Handles implements Outlet {
        private static final int NONE = -1;
        private volatile int[] byPort = filled();
        private volatile int[] byHandle = filled();

        private static int[] filled() {
            int[] none = new int[PortTable.MOST];
            java.util.Arrays.fill(none, NONE);
            return none;
        }

        synchronized void set(int port, int handle) {
            int[] ports = byPort.clone();
            ports[port] = handle;
            int[] back = handle < byHandle.length ? byHandle.clone() : larger(handle);
            back[handle] = port;
            byHandle = back;
            byPort = ports;
        }

        private int[] larger(int handle) {
            int[] more = java.util.Arrays.copyOf(byHandle, handle * 2);
            java.util.Arrays.fill(more, byHandle.length, more.length, NONE);
            return more;
        }

        synchronized void remove(int port) {
            int[] ports = byPort.clone();
            int[] back = byHandle.clone();
            if (ports[port] != NONE) back[ports[port]] = NONE;
            ports[port] = NONE;
            byPort = ports;
            byHandle = back;
        }

        @Override
        public Rack rack() {
            return rack;
        }

        @Override
        public LoopMeters meters() {
            return meters;
        }

        @Override
        public ClockOut clockOut(int clock) {
            return clockOuts[clock];
        }

        @Override
        public int handle(int port) {
            return ports.slot(port) > 0 ? NONE : byPort[port];
        }

        int port(int handle) {
            int[] back = byHandle;
            return handle < back.length ? back[handle] : NONE;
        }

        @Override
        public boolean send(int port, long timeNanos, int packed) {
            int slot = ports.slot(port);
            int handle = byPort[port];
            boolean sent = slot > 0 ? rack.midi(slot, timeNanos, packed)
                    : handle != NONE && backend.send(handle, timeNanos, packed);
            if (monitor != null && sent) show(timeNanos, port, false, roadcase.midi.Packed.message(packed).bytes());
            return sent;
        }

        @Override
        public boolean send(int port, long timeNanos, byte[] bytes, int length) {
            int slot = ports.slot(port);
            int handle = byPort[port];
            boolean sent = slot > 0 ? rack.midi(slot, timeNanos, bytes, length)
                    : handle != NONE && backend.send(handle, timeNanos, bytes, length);
            if (monitor != null && sent) show(timeNanos, port, false, java.util.Arrays.copyOf(bytes, length));
            return sent;
        }
    }
}
