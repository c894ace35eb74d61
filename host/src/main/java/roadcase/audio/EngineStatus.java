package roadcase.audio;

import com.sun.jna.Memory;

/**
 * How the engine stands. See {@code rc_engine_status} in {@code engine.h}.
 *
 * @param rate frames a second
 * @param block frames of a block
 * @param latency frames from a block's begin to the loudspeaker
 * @param load part of a block's time that the last blocks took
 * @param process id of the engine's process, 0 for none now
 * @param dropped messages and moves that were taken and not played
 * @param loadMax the greatest part of its time that a single block took within the last second
 * @param compensation frames that every slot is late, so that the slowest plugin is on time
 */
public record EngineStatus(
        Engine engine, Device device, int rate, int block, int latency, double load, long process, long xruns,
        long restarts, long refused, long dropped, double loadMax,
        int compensation) {
    /** In the order of {@code engine.h}. */
    public enum Engine { STARTING, RUNNING, GAVE_UP }

    /** In the order of {@code engine.h}. */
    public enum Device { SILENT, PLAYING, LOST }

    static final int BYTES = 120;

    static EngineStatus of(Memory at) {
        return new EngineStatus(engine(at.getInt(4)), device(at.getInt(8)), at.getInt(12), at.getInt(16), at.getInt(20),
                at.getFloat(28), at.getInt(36) & 0xFFFFFFFFL, at.getLong(48), at.getLong(56), at.getLong(72), at.getLong(80), at.getFloat(32),
                at.getInt(24));
    }

    public static Engine engine(int number) {
        return Engine.values()[Math.max(0, Math.min(2, number))];
    }

    public static Device device(int number) {
        return Device.values()[Math.max(0, Math.min(2, number))];
    }
}
