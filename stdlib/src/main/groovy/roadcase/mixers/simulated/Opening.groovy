package roadcase.mixers.simulated

import roadcase.mixers.Desk
import roadcase.mixers.FaderLevel
import roadcase.mixers.X32

/** How a simulated desk stands when it is switched on: named, open, sending to a stream on the last pair of buses. */
final class Opening {
    private Opening() {}

    private static final List<String> NAMES = ['Pastor', 'Reader', 'Kick', 'Bass', 'Guitar', 'Keys', 'Voc 1', 'Voc 2']

    static void set(Desk desk, DeskMemory memory) {
        boolean x32 = desk.is(X32.DESK)
        String stream = x32 ? '15' : '05'
        for (int n in 1..8) {
            String strip = String.format('/ch/%02d', n)
            memory.set("$strip/config/name".toString(), NAMES[n - 1])
            memory.set("$strip/mix/fader".toString(), fader(-3d))
            memory.set("$strip/mix/$stream/level".toString(), FaderLevel.SEND.wire(0d))
        }
        List<String> mixes = x32 ? ['/main/st', '/bus/15', '/bus/16', '/mtx/01'] : ['/lr', '/bus/5', '/bus/6']
        for (String mix : mixes) memory.set("$mix/mix/fader".toString(), fader(-6d))
        memory.set(x32 ? '/bus/15/config/name' : '/bus/5/config/name', 'Stream')
        // a stream is not sent to the room
        memory.set(x32 ? '/bus/15/mix/st' : '/bus/5/mix/lr', 0)
        if (x32) memory.set('/main/st/mix/01/level', FaderLevel.SEND.wire(0d))
        for (int n in 1..(x32 ? 8 : 4)) memory.set("/dca/$n/fader".toString(), fader(0d))
    }

    private static Object fader(double decibels) {
        FaderLevel.FADER.wire(decibels)
    }
}
