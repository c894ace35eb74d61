package roadcase.rig;

import roadcase.audio.EngineStatus;
import roadcase.audio.Rack;

/**
 * How the rack stands, for faces.
 *
 * @param device as players call it; "" while there is none
 * @param engine null where the engine does not run
 * @param peaks of the last second in dB, by slot; 0 is the master
 */
public record RackStanding(String device, EngineStatus engine, double[] peaks) {
    static final RackStanding SILENT = new RackStanding("", null, new double[Rack.SLOTS + 1]);

    /** One line. */
    public String line() {
        if (engine == null || device.isEmpty()) return "sound: not yet";
        String state = switch (engine.engine()) {
            case STARTING -> "the engine is starting";
            case GAVE_UP -> "the engine has given up";
            case RUNNING -> switch (engine.device()) {
                case PLAYING -> "playing";
                case SILENT -> "silent";
                case LOST -> "the device is gone";
            };
        };
        return "sound: " + device + ", " + state + ", " + engine.rate() + " Hz, "
                + engine.block() + " frames, load " + Math.round(engine.load() * 100) + " %, " + engine.xruns() + " overruns"
                + (engine.restarts() > 0 ? ", restarted " + engine.restarts() + " times" : "");
    }
}
