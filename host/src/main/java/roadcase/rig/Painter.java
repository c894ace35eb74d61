package roadcase.rig;

import roadcase.midi.Packed;

/**
 * Keeps lights true: compares what each should show with what was sent last and sends the difference.
 *
 * <p>The Conductor's thread, at the end of a turn in which something changed.
 */
final class Painter {
    private final Outbox outbox;
    private final Witness witness;
    private boolean wet;

    Painter(Outbox outbox, Witness witness) {
        this.outbox = outbox;
        this.witness = witness;
    }

    /** Something that lights may show has changed. */
    void wet() {
        wet = true;
    }

    /** The unit may show anything: paint it all. */
    void unknown(PlayedDevice device) {
        for (PlayedLight light : device.lights) light.sent = PlayedLight.UNKNOWN;
        wet = true;
    }

    void paint(Wiring wiring) {
        if (!wet) return;
        wet = false;
        for (int i = 0; i < wiring.devices.size(); i++) {
            PlayedDevice device = wiring.devices.get(i);
            if (outbox.isAbsent(device.out)) continue;
            for (PlayedLight light : device.lights) {
                int wanted = light.wanted();
                if (wanted != light.sent) show(device, light, wanted);
            }
        }
    }

    private void show(PlayedDevice device, PlayedLight light, int wanted) {
        int message = light.packed(wanted);
        if (!outbox.send(device.out, message)) {
            light.sent = PlayedLight.UNKNOWN;
            wet = true;
            return;
        }
        light.sent = wanted;
        witness.light(outbox.now, device.plan.out().name(), light.control.spec.name(), Packed.data2(message) > 0);
    }
}
