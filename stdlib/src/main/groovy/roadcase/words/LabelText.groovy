package roadcase.words

import groovy.transform.PackageScope
import java.util.regex.Matcher
import java.util.regex.Pattern
import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Labels
import roadcase.rig.plan.Labels.Command
import roadcase.rig.plan.Labels.Label
import roadcase.rig.plan.RigError

/**
 * Reads labels that carry messages: {@code 'Glass | CC-0-5 CC-32-0 PC-3'}. What stands before the bar is shown, what
 * stands behind it is sent; without a bar, words of messages are sent and the other words shown.
 *
 * <p>{@code CC-x-y PC-x NRPN-x-y NOTE-ON-x-y NOTE-OFF-x-y RAW-hh_hh WAIT-ms}; {@code PRE-ANY} and {@code POST-ANY}
 * begin a list of what is sent before and after every item and are no items themselves; {@code BTN-x} asks for a button.
 * Source: the manual of MIDI Router 2.4x, "Supported Dropdown Embedded Commands".
 */
@PackageScope
final class LabelText {
    private static final String BEFORE = 'PRE-ANY'
    private static final String AFTER = 'POST-ANY'
    private static final int MOST_ITEMS = 16_384
    private static final int MOST_COMMANDS = 256
    private static final Pattern TOKEN = ~/(CC|PC|NRPN|NOTE-ON|NOTE-OFF|RAW|WAIT|BTN)-([0-9A-Fa-f_]+)(?:-([0-9]+))?/
    private static final Map<String, Integer> NUMBERS =
        [CC: 2, PC: 1, NRPN: 2, 'NOTE-ON': 2, 'NOTE-OFF': 2, RAW: 1, WAIT: 1, BTN: 1]

    private final RigBuilder rig
    private final int channel
    private final String whole
    private final List<Command> commands = []
    private int button = Labels.NO_BUTTON

    private LabelText(RigBuilder rig, int channel, String whole) {
        this.rig = rig
        this.channel = channel
        this.whole = whole
    }

    /** @param channel for messages that name none */
    static Labels read(RigBuilder rig, List<String> names, int channel) {
        if (names == null || names.isEmpty())
            throw rig.error("'labels' needs a list of names: labels(['Soft', 'Loud'])")
        if (names.size() > MOST_ITEMS) throw rig.error("${names.size()} labels are more than a slider has values")
        List<Label> items = []
        List<Command> before = []
        List<Command> after = []
        for (Object name : names) {
            if (name == null) throw rig.error('a label is a text, and one of these is nothing')
            String text = name.toString().replace('\u2011' as char, '-' as char).strip()
            LabelText label = new LabelText(rig, channel, text)
            if (text.startsWith(BEFORE)) before.addAll(label.told(text.substring(BEFORE.length())))
            else if (text.startsWith(AFTER)) after.addAll(label.told(text.substring(AFTER.length())))
            else items << label.item()
        }
        new Labels(items, before, after)
    }

    private Label item() {
        int bar = whole.indexOf('|')
        List<String> said = []
        if (bar >= 0) {
            said << whole.substring(0, bar).strip()
            told(whole.substring(bar + 1))
        } else {
            for (String word : words(whole)) if (!token(word, false)) said << word
        }
        String shown = said.join(' ')
        new Label(shown.isEmpty() ? whole : shown, commands, button)
    }

    /** Nothing but words of messages. */
    private List<Command> told(String text) {
        for (String word : words(text)) token(word, true)
        commands
    }

    private static List<String> words(String text) {
        text.split(/\s+/).findAll { String word -> !word.isEmpty() } as List<String>
    }

    /** @return false where this is no word of a message and need not be one */
    private boolean token(String word, boolean must) {
        Matcher said = TOKEN.matcher(word)
        boolean fits = said.matches() && (NUMBERS[said.group(1)] == 2) == (said.group(3) != null)
                && (said.group(1) == 'RAW' || said.group(2) ==~ /\d+/)
        if (!fits) {
            if (must) throw fault("'$word' is no message: there are CC-7-100, PC-5, NRPN-8-200, NOTE-ON-60-100,"
                    + " NOTE-OFF-60-0, RAW-90_3C_64 and WAIT-20")
            return false
        }
        if (said.group(1) == 'BTN') button = number(Quantity.BUTTON, said.group(2))
        else commands << command(said.group(1), said.group(2), said.group(3))
        if (commands.size() > MOST_COMMANDS) throw fault("more than $MOST_COMMANDS messages are too many for one label")
        true
    }

    private Command command(String kind, String first, String second) {
        switch (kind) {
            case 'CC': return send(Kind.CC, number(Quantity.CC, first), number(Quantity.VALUE, second))
            case 'PC': return send(Kind.PROGRAM, number(Quantity.PROGRAM, first), 0)
            case 'NOTE-ON': return send(Kind.NOTE_ON, number(Quantity.NOTE, first), number(Quantity.VELOCITY, second))
            case 'NOTE-OFF': return send(Kind.NOTE_OFF, number(Quantity.NOTE, first), number(Quantity.VELOCITY, second))
            case 'NRPN': return new Command.Nrpn(number(Quantity.NRPN, first), number(Quantity.FINE_VALUE, second))
            case 'WAIT': return new Command.Wait(1_000_000L * number(Quantity.WAIT, first))
            default: return raw(first)
        }
    }

    private Command send(Kind kind, int first, int second) {
        new Command.Send(Packed.message(Packed.of(kind, channel, first, second)))
    }

    private Command raw(String hex) {
        try {
            new Command.Send(Message.parse(hex.replace('_' as char, ' ' as char)))
        } catch (IllegalArgumentException e) {
            throw fault("RAW-$hex is no message (${e.message})")
        }
    }

    private int number(Quantity what, String digits) {
        int number = digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits)
        String fault = what.fault(number)
        if (fault != null) throw this.fault(fault)
        number
    }

    private RigError fault(String sentence) {
        rig.error("the label '$whole': $sentence")
    }
}
