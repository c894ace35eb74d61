package roadcase.mixers.simulated

import roadcase.mixers.FaderLevel

/**
 * What becomes of a programme on its way through the desk, in power: faders, switches, sends, DCAs, mute groups; no
 * equalisers, no dynamics, no time. One thread.
 */
final class Sound {
    /** What a strip shows when nothing comes: a real desk hisses. */
    private static final double HISS = 1e-12d

    private final DeskMemory memory
    private final Plan plan
    private Programme programme
    private long revision = -1
    private long at = Long.MIN_VALUE
    private final double[] inputs
    private final double[] inputGains
    private final double[][] sends
    private final boolean[][] sendsBehind
    private final double[] toMain
    private final double[] mixGains
    private final double[][] matrixSends
    private final double[] before
    private final double[] behind

    /** Where strips are on a model of desk. Mixes are buses, then what only goes out (matrices, sends to effects), then mains. */
    static final class Plan {
        List<String> inputs
        List<String> buses
        List<String> matrices
        List<String> mains
        int dcas
        int muteGroups
        /** {@code lr} or {@code st}: the switch that sends a strip to the first main. */
        String toMain
        /** {@code on} or null: the switch of a send. */
        String sendSwitch
        /** The tap of a send, and which of its values are behind the fader. */
        String tap
        int tapBehind
    }

    Sound(DeskMemory memory, Plan plan, Programme programme) {
        this.memory = memory
        this.plan = plan
        this.programme = programme
        int mixes = plan.buses.size() + plan.matrices.size() + plan.mains.size()
        inputs = new double[plan.inputs.size()]
        inputGains = new double[inputs.length]
        sends = new double[inputs.length][plan.buses.size()]
        sendsBehind = new boolean[inputs.length][plan.buses.size()]
        toMain = new double[inputs.length + plan.buses.size()]
        mixGains = new double[mixes]
        matrixSends = new double[plan.buses.size() + plan.mains.size()][plan.matrices.size()]
        before = new double[mixes]
        behind = new double[mixes]
    }

    /** From now on. */
    void programme(Programme next) {
        programme = next
        at = Long.MIN_VALUE
    }

    /** dBFS before and behind a strip's fader; 0 for the first. */
    double input(int strip, boolean behindFader, long nanos) {
        play(nanos)
        decibels(inputs[strip] * (behindFader ? inputGains[strip] : 1d))
    }

    /** Of a mix: buses, then matrices or effect sends, then mains. */
    double mix(int mix, boolean behindFader, long nanos) {
        play(nanos)
        decibels(behindFader ? behind[mix] : before[mix])
    }

    private static double decibels(double power) {
        10d * Math.log10(power + HISS * 0.1d)
    }

    private void play(long nanos) {
        if (revision != memory.revision) {
            revision = memory.revision
            at = Long.MIN_VALUE
            gains()
        }
        if (at == nanos) return
        at = nanos
        int buses = plan.buses.size(), matrices = plan.matrices.size(), firstMain = buses + matrices
        Arrays.fill(before, 0d)
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Math.pow(10d, programme.level(i, nanos) / 10d)
            for (int b = 0; b < buses; b++) before[b] += inputs[i] * sends[i][b] * (sendsBehind[i][b] ? inputGains[i] : 1d)
            before[firstMain] += inputs[i] * inputGains[i] * toMain[i]
        }
        for (int b = 0; b < buses; b++) {
            behind[b] = before[b] * mixGains[b]
            before[firstMain] += behind[b] * toMain[inputs.length + b]
        }
        for (int m = 0; m < plan.mains.size(); m++) behind[firstMain + m] = before[firstMain + m] * mixGains[firstMain + m]
        for (int m = 0; m < matrices; m++) {
            int mix = buses + m
            for (int b = 0; b < buses; b++) before[mix] += behind[b] * matrixSends[b][m]
            for (int k = 0; k < plan.mains.size(); k++) before[mix] += behind[firstMain + k] * matrixSends[buses + k][m]
            behind[mix] = before[mix] * mixGains[mix]
        }
    }

    private void gains() {
        for (int i = 0; i < inputs.length; i++) {
            String strip = plan.inputs[i]
            inputGains[i] = gain(strip)
            toMain[i] = on("$strip/mix/$plan.toMain")
            for (int b = 0; b < plan.buses.size(); b++) {
                String send = String.format('%s/mix/%02d', strip, b + 1)
                sends[i][b] = level("$send/level") * (plan.sendSwitch ? on("$send/$plan.sendSwitch") : 1d)
                // the tap of a pair is that of its first
                String pair = memory.desk.leaf("$send/$plan.tap".toString()) ? send : String.format('%s/mix/%02d', strip, b)
                Object tap = memory.get("$pair/$plan.tap".toString())
                sendsBehind[i][b] = tap == null || (int) tap >= plan.tapBehind
            }
        }
        List<String> mixes = plan.buses + plan.matrices + plan.mains
        for (int m = 0; m < mixes.size(); m++) mixGains[m] = gain(mixes[m])
        for (int b = 0; b < plan.buses.size(); b++) toMain[inputs.length + b] = on("${plan.buses[b]}/mix/$plan.toMain")
        List<String> toMatrix = plan.buses + plan.mains
        for (int k = 0; k < toMatrix.size(); k++) for (int m = 0; m < plan.matrices.size(); m++) {
            String send = String.format('%s/mix/%02d', toMatrix[k], m + 1)
            matrixSends[k][m] = memory.desk.leaf("$send/level".toString()) ? level("$send/level") * on("$send/on") : 0d
        }
    }

    /** Fader, switch, DCAs and mute groups of a strip, as power. */
    private double gain(String strip) {
        double gain = level("$strip/mix/fader") * on("$strip/mix/on")
        int dcas = bits("$strip/grp/dca"), mutes = bits("$strip/grp/mute")
        for (int d = 0; d < plan.dcas; d++) if (dcas & 1 << d) gain *= level("/dca/${d + 1}/fader") * on("/dca/${d + 1}/on")
        for (int g = 0; g < plan.muteGroups; g++) if (mutes & 1 << g && on("/config/mute/${g + 1}") == 1d) gain = 0
        gain
    }

    private int bits(CharSequence address) {
        Object value = memory.get(address.toString())
        value == null ? 0 : (int) value
    }

    private double level(CharSequence address) {
        double decibels = FaderLevel.decibels((double) memory.number(address.toString()))
        decibels == Double.NEGATIVE_INFINITY ? 0d : Math.pow(10d, decibels / 10d)
    }

    private double on(CharSequence address) {
        Object value = memory.get(address.toString())
        value == null || value == 1 ? 1d : 0d
    }
}
