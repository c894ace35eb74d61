package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message
import roadcase.promises.Deed.What
import roadcase.promises.Performance.Sent

/** After each deed on simple lines exactly that went out what {@link LineOracle} says. */
@CompileStatic
abstract class LineProperty extends Property {
    LineProperty() {
        super(Lines.repertoire())
    }

    protected LineOracle oracle(int first) {
        new LineOracle(first)
    }

    @Override
    protected String look(Score score) {
        Performance performance = new Performance(gigs, score.first)
        LineOracle oracle = oracle(score.first)
        for (Deed deed : score.deeds) {
            int before = performance.sent.size()
            if (!performance.does(deed)) continue
            performance.settle()
            List<Sent> sent = performance.sent.drop(before)
            for (Map.Entry<String, List<Message>> meant : oracle.expects(deed)) {
                List<String> wanted = meant.value*.hex()
                List<String> heard = sent.findAll { it.port == meant.key }*.message*.hex()
                // in which order things end of which no hand let go is nobody's business
                if (deed.what != What.PLAY) {
                    wanted.sort()
                    heard.sort()
                }
                if (!isSame(wanted, heard)) return "at $deed ${meant.key} was sent $heard instead of $wanted"
            }
        }
        performance.faults ? "faults: $performance.faults" : null
    }

    /**
     * Where several senders meet on one channel, the data of a parameter (6, 38, 96, 97) goes to the one that its own
     * sender chose: that is chosen again in front of it, or none, where another sender came in between. Which, the Specs
     * of parameters say; here it is two messages that belong to the third.
     */
    private static boolean isSame(List<String> wanted, List<String> heard) {
        int at = 0
        for (String message : wanted) {
            if (at + 2 < heard.size() && heard[at] != message && heard[at + 2] == message && isData(message)
                    && chooses(heard[at], message, ['65', '63']) && chooses(heard[at + 1], message, ['64', '62'])) at += 2
            if (at == heard.size() || heard[at++] != message) return false
        }
        at == heard.size()
    }

    private static boolean isData(String message) {
        message.startsWith('B') && message.substring(3, 5) in ['06', '26', '60', '61']
    }

    private static boolean chooses(String message, String data, List<String> numbers) {
        message.startsWith(data.substring(0, 2)) && message.substring(3, 5) in numbers
    }
}
