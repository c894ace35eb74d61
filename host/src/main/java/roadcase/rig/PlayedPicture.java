package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import roadcase.clock.Scheduler;
import roadcase.rig.Cells.ControlCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.Canvas;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.PicturePlan;
import roadcase.rig.plan.PicturePlan.Show;
import roadcase.rig.plan.PicturePlan.Signal;
import roadcase.rig.plan.Reaction;
import roadcase.surface.Light;

/**
 * A moving picture while it plays: painted with each step, thirty times a second at most, and only while it is in view.
 *
 * <p>Texts and bars are painted here. Code is handed to the Soloist with a canvas of its own, and what it painted is
 * taken when it comes back; while it has not, nothing is asked of it again, so a late one skips steps. Code that
 * throws, is cancelled or does not come back ends its picture until the next reload.
 *
 * <p>The Conductor's thread but for {@link #run}, which is the Soloist's. Allocates nothing.
 */
final class PlayedPicture {
    private static final double FLOOR_DB = -60;
    private static final double FULL_DB = 0;
    private static final double WITHOUT_LIMITS = 127;
    /** Looks at a canvas that does not come back while no code runs: then nobody paints it any more. */
    private static final int MOST_IDLE_LOOKS = 3;

    final PicturePlan plan;
    private final Stage stage;
    private final Outlet outlet;
    private final Consumer<Consumer<Stage>> teller;
    private final Picture picture;
    private final Canvas canvas;
    private final PlayedPlace[] places;
    private final ControlCell[] pads;
    private final Scheduler.Task tick = this::tick;
    private final Consumer<Stage> painted = s -> painted();
    private final Consumer<Stage> failed = s -> stop();
    private final Happening told = new Happening();
    private Reaction code;
    private int[] text = {};
    private Object[] signals = {};
    private long[] colours = {};
    private volatile ScriptThread painter;
    private boolean runs;
    private boolean ended;
    private boolean stopped;
    /** The canvas is with the Soloist. */
    private boolean asked;
    private int idleLooks;

    PlayedPicture(Stage stage, Outlet outlet, Consumer<Consumer<Stage>> teller, PicturePlan plan, Picture picture,
            Wiring wiring) {
        this.stage = stage;
        this.outlet = outlet;
        this.teller = teller;
        this.plan = plan;
        this.picture = picture;
        canvas = new Canvas(plan.columns(), plan.rows());
        for (int i = 0; i < Math.min(canvas.size(), picture.size()); i++) canvas.set(i, picture.at(i));
        told.canvas = canvas;
        PlayedDevice device = wiring.device(plan.device());
        places = places(device, picture);
        pads = plan.pads().stream().map(pad -> device.control(pad).cell).toArray(ControlCell[]::new);
        colours = plan.lights().stream().mapToLong(Light::code).toArray();
        if (plan.show() instanceof Show.Code own) {
            Reaction.Handler handler = own.frame().handler();
            code = new Reaction(own.frame().id(), own.frame().on(), what -> run(handler, what), own.frame().origin());
        } else if (plan.show() instanceof Show.Text running) {
            text = running.columns().stream().mapToInt(Integer::intValue).toArray();
        } else if (plan.show() instanceof Show.Bars bars) {
            signals = bars.signals().stream().map(s -> source(s, wiring)).toArray();
        }
    }

    /** How long a step takes. */
    static long span(PicturePlan plan) {
        if (plan.show() instanceof Show.Code code) return code.nanos();
        return plan.show() instanceof Show.Text text ? text.nanos() : Painter.FRAME_NANOS;
    }

    private static PlayedPlace[] places(PlayedDevice device, Picture picture) {
        List<PlayedPlace> all = new ArrayList<>();
        for (PlayedLight light : device.lights)
            for (PlayedLight.Shown shown : light.shown)
                if (shown.glow() instanceof Glow.Part part && part.picture() == picture && !all.contains(shown.place()))
                    all.add(shown.place());
        return all.toArray(PlayedPlace[]::new);
    }

    /** A cell, or the name of a meter. */
    private static Object source(Signal signal, Wiring wiring) {
        if (signal instanceof Signal.OfControl of) return wiring.device(of.device()).control(of.control()).cell;
        return signal instanceof Signal.OfMeter of ? of.name() : wiring.values.get(((Signal.OfValue) signal).name());
    }

    private boolean isSeen() {
        for (PlayedPlace place : places) if (place.active) return true;
        return false;
    }

    void end() {
        ended = true;
    }

    /** Begins to run, where it is seen and does not. */
    void settle() {
        if (!runs && !ended && !stopped && isSeen()) runs = stage.scheduler.at(stage.now(), tick);
    }

    private void tick(long now) {
        runs = false;
        if (ended || stopped || !isSeen()) return;
        if (code != null) ask(now);
        else paint(now);
        runs = !stopped && stage.scheduler.at(Math.max(picture.next(now), now + Painter.FRAME_NANOS), tick);
    }

    private void paint(long now) {
        if (text.length > 0) text(picture.step(now));
        for (int i = 0; i < signals.length; i++) canvas.bar(i + 1, height(signals[i]), colours);
        show();
    }

    private void show() {
        if (picture.take(canvas)) stage.repaint();
    }

    private void text(long step) {
        int columns = plan.columns();
        int first = (int) Math.floorMod(step, (long) text.length + columns) - columns - 1;
        for (int column = 1; column <= columns; column++) {
            int at = first + column;
            int bits = at >= 0 && at < text.length ? text[at] : 0;
            for (int row = 1; row <= plan.rows(); row++)
                canvas.pad(column, row, (bits >> row - 1 & 1) != 0 ? colours[0] : 0);
        }
    }

    private double height(Object signal) {
        if (signal instanceof ControlCell control) return control.position / 127.0;
        if (signal instanceof String meter) return (outlet.rack().level(meter) - FLOOR_DB) / (FULL_DB - FLOOR_DB);
        if (!(signal instanceof ValueCell value)) return 0;
        boolean limits = !Double.isInfinite(value.low) && !Double.isInfinite(value.high) && value.high > value.low;
        return limits ? (value.value - value.low) / (value.high - value.low) : value.value / WITHOUT_LIMITS;
    }

    // ---- code

    private void ask(long now) {
        if (asked) {
            if (isLost()) stop();
            return;
        }
        canvas.step = (int) picture.step(now);
        canvas.beat = stage.clocks.first().timeline.beat(now);
        canvas.seconds = picture.seconds(now);
        for (int i = 0; i < pads.length; i++) canvas.held(i, pads[i].pressed);
        asked = true;
        idleLooks = 0;
        if (!stage.handOver(code, told, stage.live())) asked = false;
    }

    private boolean isLost() {
        ScriptThread at = painter;
        if (at != null) return at.isLeft();
        idleLooks = stage.isSoloPlaying() ? 0 : idleLooks + 1;
        return idleLooks >= MOST_IDLE_LOOKS;
    }

    private void run(Reaction.Handler handler, Happening what) throws Exception {
        painter = Thread.currentThread() instanceof ScriptThread script ? script : null;
        boolean well = false;
        try {
            handler.react(what);
            well = true;
        } finally {
            if (!ScriptThread.isLeftBehind()) {
                painter = null;
                teller.accept(well ? painted : failed);
            }
        }
    }

    private void painted() {
        asked = false;
        if (!ended && !stopped) show();
    }

    private void stop() {
        if (ended || stopped) return;
        stopped = true;
        picture.clear();
        stage.repaint();
        stage.witness().fault(stage.now(), plan.origin(), "this picture of '" + plan.device()
                + "' stops here and its pads are dark, everything else goes on; a reload starts it again");
    }
}
