package roadcase.rig;

import roadcase.clock.Scheduler;
import roadcase.surface.LightKind;
import roadcase.surface.RgbMessage;

/**
 * Keeps lights true: compares what each should show with what was sent last and sends the difference. What changes under
 * a hand goes out at once, what moves by itself at most thirty times a second, and mixed colours in as few SysEx messages as
 * hold them, with room between.
 *
 * <p>The Conductor's thread, at the end of a turn in which something changed; makes no objects.
 */
final class Painter {
    /** Thirty pictures a second. */
    static final long FRAME_NANOS = 1_000_000_000L / 30;
    /**
     * Between two SysEx messages to a unit, and between a short message that prepares a light for one and that one.
     * Source: padbound's driver of a pad controller, by test: 10 ms and 1 ms; faster, units drop what they get.
     */
    static final long SYSEX_NANOS = 10_000_000;
    static final long AFTER_NOTE_NANOS = 1_000_000;

    private final Outbox outbox;
    private final Witness witness;
    private final Scheduler scheduler;
    private final Scheduler.Task later = now -> wake();
    private byte[] sysex = new byte[0];
    private boolean wet;
    private boolean sleeps;
    private long wakes;

    Painter(Outbox outbox, Scheduler scheduler, Witness witness) {
        this.outbox = outbox;
        this.scheduler = scheduler;
        this.witness = witness;
    }

    /** Something that lights may show has changed. */
    void wet() {
        wet = true;
    }

    /** The unit may show anything: paint it all. */
    void unknown(PlayedDevice device) {
        for (PlayedLight light : device.lights) {
            light.sent = PlayedLight.UNKNOWN;
            light.opened = false;
        }
        wet = true;
    }

    /** The unit is there anew: greet it, then paint it all. */
    void arrived(PlayedDevice device) {
        device.greeted = false;
        unknown(device);
    }

    private void wake() {
        sleeps = false;
        wet = true;
    }

    private void wakeAt(long nanos) {
        if (sleeps && wakes <= nanos) return;
        wakes = nanos;
        sleeps = scheduler.at(nanos, later);
        if (!sleeps) wet = true;
    }

    void paint(Wiring wiring) {
        if (!wet) return;
        wet = false;
        for (int i = 0; i < wiring.devices.size(); i++) {
            PlayedDevice device = wiring.devices.get(i);
            if (outbox.isAbsent(device.out)) continue;
            if (!device.greeted) greet(device);
            if (outbox.now < device.quietUntil) wakeAt(device.quietUntil);
            else paint(device);
        }
    }

    private void greet(PlayedDevice device) {
        device.greeted = true;
        witness.unit(outbox.now, device.called, device.spec());
        byte[][] greeting = device.greeting();
        for (byte[] message : greeting) outbox.send(device.out, message, message.length);
        if (greeting.length == 0) return;
        device.quietUntil = outbox.now + device.spec().manners().quietNanos();
        device.nextSysex = Math.max(device.nextSysex, outbox.now + SYSEX_NANOS);
    }

    private void paint(PlayedDevice device) {
        boolean between = outbox.now < device.nextFrame;
        boolean framed = false;
        boolean mixed = false;
        for (PlayedLight light : device.lights) {
            long wanted = light.wanted();
            if (wanted == light.sent) continue;
            if (light.moves() && !light.opened) {
                if (between) {
                    wakeAt(device.nextFrame);
                    continue;
                }
                framed = true;
            }
            if (!LightKind.isRgb(wanted)) {
                show(device, light, wanted);
                continue;
            }
            open(device, light);
            mixed = true;
        }
        if (framed) device.nextFrame = outbox.now + FRAME_NANOS;
        if (!mixed) return;
        if (outbox.now < device.nextSysex) wakeAt(device.nextSysex);
        else mix(device);
    }

    /** Prepares a light for a mixed colour. */
    private void open(PlayedDevice device, PlayedLight light) {
        if (light.opened) return;
        long before = light.spec.kind().before(light.spec, light.sent);
        light.opened = before < 0 || outbox.send(device.out, (int) before);
        if (before >= 0) spoke(device);
        if (!light.opened) wet = true;
    }

    private void show(PlayedDevice device, PlayedLight light, long wanted) {
        light.opened = false;
        if (!outbox.send(device.out, (int) wanted)) {
            light.sent = PlayedLight.UNKNOWN;
            wet = true;
            return;
        }
        spoke(device);
        sent(device, light, wanted);
    }

    private void spoke(PlayedDevice device) {
        device.nextSysex = Math.max(device.nextSysex, outbox.now + AFTER_NOTE_NANOS);
    }

    private void sent(PlayedDevice device, PlayedLight light, long wanted) {
        light.sent = wanted;
        light.opened = false;
        witness.shows(outbox.now, device.called, light.control.spec.name(), light.seen());
    }

    /** As many mixed colours as one message holds. */
    private void mix(PlayedDevice device) {
        PlayedLight[] lights = device.lights;
        RgbMessage form = null;
        int at = 0;
        int groups = 0;
        int first = lights.length;
        int last = -1;
        for (int i = 0; i < lights.length; i++) {
            PlayedLight light = lights[i];
            if (!waits(light)) continue;
            if (form == null) {
                form = light.spec.kind().rgb();
                if (sysex.length < form.mostBytes()) sysex = new byte[form.mostBytes()];
                at = form.begin(sysex);
                first = i;
            }
            if (form != light.spec.kind().rgb() || groups == form.mostGroups()) {
                wakeAt(outbox.now + SYSEX_NANOS);
                break;
            }
            int end = form.paintsRuns() ? run(lights, i) : i;
            at = form.group(sysex, at, light.spec.number(), lights[end].spec.number(), (int) light.wanted() & 0xFFFFFF);
            groups++;
            last = end;
            i = end;
        }
        if (form == null) return;
        device.nextSysex = outbox.now + SYSEX_NANOS;
        boolean taken = outbox.send(device.out, sysex, form.end(sysex, at));
        if (!taken) wakeAt(device.nextSysex);
        for (int i = first; taken && i <= last; i++)
            if (waits(lights[i])) sent(device, lights[i], lights[i].wanted());
    }

    /** Whether a light waits for its mixed colour. */
    private static boolean waits(PlayedLight light) {
        long wanted = light.wanted();
        return wanted != light.sent && LightKind.isRgb(wanted) && light.opened;
    }

    /** The last of the lights with following numbers that wait for the same colour. */
    private static int run(PlayedLight[] lights, int from) {
        int end = from;
        while (end + 1 < lights.length && waits(lights[end + 1])
                && lights[end + 1].wanted() == lights[from].wanted()
                && lights[end + 1].spec.kind() == lights[from].spec.kind()
                && lights[end + 1].spec.number() == lights[end].spec.number() + 1) end++;
        return end;
    }
}
