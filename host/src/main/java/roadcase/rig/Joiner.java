package roadcase.rig;

import roadcase.clock.Scheduler;
import roadcase.midi.Parameters;
import roadcase.route.Event;

/** Puts together what comes in halves at one input: NRPN, RPN and 14-bit CCs. The Conductor's thread. */
final class Joiner implements Scheduler.Task {
    private final int input;
    private final Stage stage;
    private final Player player;
    final Parameters parameters = new Parameters();
    private boolean isTimed;

    Joiner(int input, Stage stage, Player player) {
        this.input = input;
        this.stage = stage;
        this.player = player;
    }

    /** @return of what this CC is a part: see {@link roadcase.route.Joins} */
    int feed(Event cc, PlayedInput played, long nowNanos) {
        return parameters.feed(cc.channel, cc.number, cc.value, played.isPair(cc.channel, cc.number), nowNanos);
    }

    /** Plays what is whole now. */
    void play(Wiring wiring) {
        for (int i = 0; i < parameters.size(); i++)
            player.joined(wiring, input, kind(parameters.kind(i)), parameters.channel(i), parameters.number(i),
                    parameters.value(i), parameters.before(i));
        lookAgain();
    }

    @Override
    public void run(long nowNanos) {
        isTimed = false;
        while (parameters.expire(nowNanos)) play(stage.wiring());
        lookAgain();
    }

    private void lookAgain() {
        if (!isTimed && parameters.isWaiting()) isTimed = stage.scheduler.at(parameters.due(), this);
    }

    int last(int kind, int channel, int number) {
        return parameters.last(kind == Event.CC14 ? Parameters.PAIR : kind == Event.NRPN ? Parameters.NRPN : Parameters.RPN,
                channel, number);
    }

    private static int kind(int parameter) {
        return switch (parameter) {
            case Parameters.NRPN -> Event.NRPN;
            case Parameters.RPN -> Event.RPN;
            default -> Event.CC14;
        };
    }
}
