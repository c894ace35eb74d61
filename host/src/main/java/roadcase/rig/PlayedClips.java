package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import roadcase.clock.BeatSchedule;
import roadcase.clock.Scheduler;
import roadcase.rig.Cells.ClipsCell;
import roadcase.rig.plan.ClipsPlan;
import roadcase.rig.plan.ClipsPlan.Part;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.Reaction;
import roadcase.surface.ClipGrid;
import roadcase.surface.ClipGrid.Look;
import roadcase.surface.Light;

/**
 * A launcher while it plays: what its pads do, what waits for the next line of the clock's grid. What plays and what waits
 * is its cell's, which outlives the rig. Conductor's thread; makes no objects while playing.
 */
final class PlayedClips implements ClipGrid.Player, BeatSchedule.OnBeat {
    private static final long HELD = Light.ON.blinking(0).code();

    /** A control of a launcher. */
    record Hand(PlayedClips clips, Part part, int column, int row) {}

    final ClipsPlan plan;
    /** The written name, with the bank where it is in one of several. */
    final String name;
    final ClipGrid grid;
    private final ClipsCell cell;
    private final Waits waits;
    private final PlayedControl[] pads;
    private final Predicate<Scheduler.Task> mine = task -> task == this;
    private final Happening happening = new Happening();
    private Stage stage;
    private Live live;
    /** The clock that it waits for now, or null. */
    private PlayedClock clock;
    private double beat;

    PlayedClips(ClipsPlan plan, String name, ClipsCell cell, Waits waits, PlayedControl[] pads) {
        this.plan = plan;
        this.name = name;
        this.cell = cell;
        this.grid = cell.grid;
        this.waits = waits;
        this.pads = pads;
    }

    // ---- rigs

    /** It plays from now on; its cell may have been another's. */
    void begin(Stage onStage, Live by) {
        stage = onStage;
        live = by;
        grid.layout(plan.layout(), waits != null, this);
        settle();
    }

    /** The rig has no such launcher any more: its clips play to the next line of the grid that was theirs. */
    void leave() {
        grid.layout(".".repeat(plan.layout().length()), waits != null, this);
        settle();
    }

    /** Another one has its cell now, or everything has ended. */
    void rest() {
        if (clock != null) clock.waiting.removeIf(mine);
        clock = null;
    }

    // ---- hands

    void press(Hand hand) {
        switch (hand.part()) {
            case PAD -> grid.press(hand.column(), hand.row());
            case COLUMN -> grid.pressColumn(hand.column());
            case ROW -> grid.pressRow(hand.row());
            case STOP_ALL -> grid.stopAll(this);
        }
        settle();
    }

    void release(Hand hand) {
        switch (hand.part()) {
            case PAD -> grid.release(hand.column(), hand.row(), this);
            case COLUMN -> grid.releaseColumn(hand.column(), this);
            case ROW -> grid.releaseRow(hand.row(), this);
            case STOP_ALL -> { }
        }
        settle();
    }

    void withdraw() {
        grid.withdraw();
        settle();
    }

    void stopAll() {
        grid.stopAll(this);
        settle();
    }

    @Override
    public void starts(int column, int row) {
        tell(plan.onStart(), column, row);
    }

    @Override
    public void stops(int column, int row) {
        tell(plan.onStop(), column, row);
    }

    private void tell(Reaction code, int column, int row) {
        if (code == null) return;
        happening.channel = column + 1;
        happening.value = row + 1;
        happening.number = pads[row * grid.columns() + column].spec.number();
        stage.react(code, happening, live);
    }

    // ---- time

    /** Waits for the next line where something does; on a line it has its turn at once. */
    private void settle() {
        if (!grid.waitsForLine()) rest();
        else if (clock == null) await();
        stage.stateChanged();
    }

    private void await() {
        PlayedClock theirs = stage.clocks.clock(waits.clock());
        boolean isLine = theirs == null || theirs.timeline.isRunning() && isNow(theirs);
        if (!isLine) {
            clock = theirs;
            look();
            if (clock.waiting.add(this)) return;
            clock = null;
            stage.witness().fault(stage.now(), plan.origin(), "too much waits already; the clips start now");
        }
        grid.line(this);
    }

    private boolean isNow(PlayedClock theirs) {
        double now = theirs.timeline.beat(stage.now());
        return waits.target(now, theirs.timeline.bpm()) <= now;
    }

    private void look() {
        beat = waits.target(clock.timeline.beat(stage.now()), clock.timeline.bpm());
    }

    @Override
    public double beat() {
        return beat;
    }

    /** A place in the music is looked for anew from where the music is now. */
    @Override
    public void jumped(double beats) {
        look();
    }

    @Override
    public void run(long nowNanos) {
        clock = null;
        grid.line(this);
        settle();
    }

    /** The clock that it waits for is gone; it is asked anew with the next rig. */
    void lost(PlayedClock gone) {
        if (clock == gone) rest();
    }

    /** The clock that it waits for is gone, and it has no other. */
    void gone(PlayedClock lost) {
        if (clock != lost) return;
        rest();
        grid.line(this);
        settle();
    }

    // ---- what is so

    long code(Part part, int column, int row) {
        Look look = switch (part) {
            case PAD -> grid.pad(column, row);
            case COLUMN -> grid.columnButton(column);
            case ROW -> grid.rowButton(row);
            case STOP_ALL -> Look.NOTHING;
        };
        if (part == Part.PAD) return pad(look).code();
        return look == Look.NOTHING ? 0 : look == Look.WAITING ? HELD : Light.ON.code();
    }

    private Light pad(Look look) {
        return switch (look) {
            case NOTHING -> Light.OFF;
            case READY -> plan.looks().ready();
            case WAITING -> plan.looks().waiting();
            case PLAYING -> plan.looks().playing();
        };
    }

    ClipsStanding standing() {
        List<ClipsStanding.Clip> playing = new ArrayList<>();
        List<ClipsStanding.Clip> waiting = new ArrayList<>();
        for (int column = 0; column < grid.columns(); column++) {
            int plays = grid.playing(column);
            int next = grid.waiting(column);
            if (plays >= 0) playing.add(new ClipsStanding.Clip(column + 1, plays + 1));
            if (next >= 0) waiting.add(new ClipsStanding.Clip(column + 1, next + 1));
        }
        return new ClipsStanding(name, List.copyOf(playing), List.copyOf(waiting));
    }
}
