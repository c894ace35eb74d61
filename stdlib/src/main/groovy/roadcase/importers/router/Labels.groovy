package roadcase.importers.router

import groovy.transform.PackageScope
import java.util.regex.Matcher
import java.util.regex.Pattern
import roadcase.midi.Message

/**
 * Labels of a list as our sliders take them. Later versions let a label carry messages ({@code CC-0-5 WAIT-20}); what is
 * written like one and is none is left out, and the findings say so.
 *
 * <p>Source: the manual of MIDI Router 2.4x, "Supported Dropdown Embedded Commands".
 */
@PackageScope
final class Labels {
    private static final Pattern MESSAGE = ~/(CC|PC|NRPN|NOTE-ON|NOTE-OFF|RAW|WAIT|BTN)-([0-9A-Fa-f_]+)(?:-([0-9]+))?/
    private static final Map<String, List<Integer>> HIGHEST = [CC: [127, 127], PC: [127], NRPN: [16383, 16383],
            'NOTE-ON': [127, 127], 'NOTE-OFF': [127, 127], WAIT: [60_000], BTN: [9999]]
    private static final List<String> AROUND = ['PRE-ANY', 'POST-ANY']

    private final Dropdown list
    private final Findings findings

    private Labels(Dropdown list, Findings findings) {
        this.list = list
        this.findings = findings
    }

    static List<String> of(Dropdown list, Findings findings) {
        Labels labels = new Labels(list, findings)
        list.labels().collect { String label -> labels.sound(label) }
    }

    private String sound(String label) {
        String text = label.replace('\u2011' as char, '-' as char).strip()
        String around = AROUND.find { String a -> text.startsWith(a) }
        if (around != null) return rest(around, text.substring(around.length()), true)
        int bar = text.indexOf('|')
        if (bar < 0) return words(text, false).every { String w -> keeps(w, false) } ? label : kept(text, false).join(' ')
        rest("${text.substring(0, bar)}|".toString(), text.substring(bar + 1), true)
    }

    private String rest(String begin, String messages, boolean must) {
        (begin + ' ' + kept(messages, must).join(' ')).strip()
    }

    private List<String> kept(String text, boolean must) {
        words(text, must).findAll { String w ->
            boolean keeps = keeps(w, must)
            if (!keeps) findings.corrected(list.place(), "in the list '${Plain.line(list.name())}' '${Plain.line(w)}' is no message; it is left out")
            keeps
        }
    }

    private static List<String> words(String text, boolean must) {
        text.split(/\s+/).findAll { String w -> !w.isEmpty() } as List<String>
    }

    /** @param must whether nothing but messages may stand here */
    private static boolean keeps(String word, boolean must) {
        Matcher m = MESSAGE.matcher(word)
        if (!m.matches()) return !must
        if (m.group(1) == 'RAW') return m.group(3) == null && isMessage(m.group(2))
        List<Integer> highest = HIGHEST[m.group(1)]
        boolean written = (highest.size() == 2) == (m.group(3) != null) && m.group(2) ==~ /\d+/
        if (!written) return !must
        List<String> numbers = [m.group(2), m.group(3)].findAll { String n -> n != null }
        (0..<highest.size()).every { int i -> numbers[i].length() <= 6 && numbers[i].toInteger() <= highest[i] }
    }

    private static boolean isMessage(String hex) {
        try {
            Message.parse(hex.replace('_' as char, ' ' as char))
            true
        } catch (IllegalArgumentException ignored) {
            false // said by the finding
        }
    }
}
