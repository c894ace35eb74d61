package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import roadcase.audio.EngineRack;
import roadcase.audio.EngineStatus;
import roadcase.audio.RackFault;
import roadcase.rig.plan.RackPlan;

/** What the rack sounds through, and whether it does: the device, and the engine as a whole. The rack's thread. */
final class RackDevice {
    private final RackReports reports;
    private volatile AudioWish wish;
    private volatile String name = "";
    private AudioWish chosen;
    private boolean away;
    private boolean lost;

    RackDevice(RackReports reports, AudioWish wish) {
        this.reports = reports;
        this.wish = wish;
    }

    /** Something else is wanted from now on; {@link #follow} does it. */
    void wish(AudioWish next) {
        wish = next;
    }

    /** As players call it; "" while there is none. Any thread. */
    String name() {
        return name;
    }

    /** Takes the first kind of device that there is. */
    void follow(EngineRack engine, RackPlan wanted) {
        AudioWish wishes = wish.over(wanted);
        if (wishes.equals(chosen)) return;
        List<String> refused = new ArrayList<>();
        for (String type : wishes.types()) {
            try {
                // JACK's devices are chosen where its server is started.
                String output = type.equals("jack") ? "" : wishes.output();
                engine.device(type, output, wishes.rate(), wishes.buffer());
                chosen = wishes;
                EngineStatus now = engine.status();
                name = type.equals("none") ? "none" : type + (output.isEmpty() ? "" : " " + output);
                reports.say("Sound through " + name + ", " + now.rate() + " Hz, " + now.block() + " frames"
                        + (type.equals("none") ? ": nothing is heard" + because(refused) : ""));
                return;
            } catch (RackFault fault) {
                refused.add(type + ": " + fault.getMessage());
            }
        }
        reports.fault(wanted.origin(), "there is no sound" + because(refused));
    }

    private static String because(List<String> refused) {
        return refused.isEmpty() ? "" : " (" + String.join("; ", refused) + ")";
    }

    void engine(EngineStatus.Engine now, String why) {
        boolean back = away && now == EngineStatus.Engine.RUNNING;
        away = now != EngineStatus.Engine.RUNNING;
        if (back) reports.say("The sound is back.");
        else if (now == EngineStatus.Engine.GAVE_UP) reports.fault("the sound engine dies again and again: " + why);
        else if (away)
            reports.fault("the sound engine is gone, and is started again" + (why.isEmpty() ? "" : ": " + why));
    }

    void device(EngineStatus.Device now, String text) {
        boolean back = lost && now == EngineStatus.Device.PLAYING;
        lost = now == EngineStatus.Device.LOST;
        if (back) reports.say("The sound device is back: " + text);
        else if (lost) reports.fault("the sound device is gone; the show waits for it: " + text);
    }
}
