package roadcase.importers

import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.util.regex.Matcher
import java.util.regex.Pattern
import roadcase.devices.MidiMix
import roadcase.rig.Memory.Entry
import roadcase.script.Importer
import roadcase.surface.ControlSpec
import roadcase.surface.ControlSpec.Type

/**
 * MIDI Masterator's bank files: {@code Bank A.json} to {@code Bank D.json}, each with {@code toggle_states} by note and
 * {@code cc_values} by CC. They become what the gig {@code masterator.groovy} remembers.
 *
 * <p>Source of the format and the numbers: StateHandler.py and MidiHandler.py of d0pe1/AkaiGoBRRR. The shifted REC ARM
 * row has 32 added to its notes; the master fader is CC 127 there. Stateless.
 */
final class Masterator implements Importer {
    private static final Pattern BANK = ~/(?i)Bank ([A-D])\.json/
    private static final List<String> BANKS = ['A', 'B', 'C', 'D']
    private static final String GROUP = 'Masterator'
    private static final int SHIFTED = 32
    private static final int MASTER = 127
    private static final int HIGHEST = 127

    private final Map<Integer, String> toggles = [:]
    private final Map<Integer, String> knobs = [:]

    Masterator() {
        for (ControlSpec c : MidiMix.SPEC.controls()) {
            if (c.type() == Type.ABSOLUTE && c.name() != 'master') knobs[c.number()] = c.name()
            if (c.row() in ['mute', 'solo', 'recArm']) toggles[c.number()] = c.name()
            if (c.row() == 'recArm') toggles[c.number() + SHIFTED] = "${c.name()} / holding soloKey".toString()
        }
    }

    @Override
    String name() {
        'masterator'
    }

    @Override
    String takes() {
        'a folder with Bank A.json to Bank D.json, or these files'
    }

    @Override
    boolean takes(String fileName) {
        BANK.matcher(fileName).matches()
    }

    @Override
    Imported read(Map<String, String> files) {
        Import result = new Import()
        Set<String> found = []
        files.each { String file, String text ->
            Matcher named = BANK.matcher(file)
            if (!named.matches()) {
                result.left("$file: its name is not Bank A.json to Bank D.json")
                return
            }
            String bank = named.group(1).toUpperCase(Locale.ROOT)
            found << bank
            read(bank, file, text, result)
        }
        for (String bank : BANKS)
            if (!(bank in found)) result.left("Bank $bank: there is no file for it; it starts with its defaults")
        result.say('Masterator sent banks A to D on MIDI channels 2 to 5; the gig numbers them 1 to 4. Where your host has'
                + ' learnt 2 to 5, write channel: 2 to channel: 5 in the gig.')
        result.finish()
    }

    private void read(String bank, String file, String text, Import result) {
        JsonNode root
        try {
            root = new ObjectMapper().readTree(text)
        } catch (JsonProcessingException e) {
            result.left("$file: it is not JSON (line ${e.location?.lineNr ?: 1}); bank $bank starts with its defaults")
            return
        }
        if (root == null || !root.isObject()) {
            result.left("$file: it holds no bank; bank $bank starts with its defaults")
            return
        }
        int on = 0
        int all = 0
        root.path('toggle_states').properties().each { Map.Entry<String, JsonNode> e ->
            String control = toggles[number(e.key)]
            if (control == null) result.left("$file: note ${e.key} is no button of the MIDImix")
            else if (!e.value.isBoolean()) result.left("$file: note ${e.key} is ${e.value}, neither true nor false")
            else {
                result.put("$GROUP / $bank / $control", Entry.on(e.value.booleanValue()))
                all++
                if (e.value.booleanValue()) on++
            }
        }
        int values = 0
        root.path('cc_values').properties().each { Map.Entry<String, JsonNode> e ->
            int cc = number(e.key)
            String control = knobs[cc]
            if (cc == MASTER) return // the same fader in all banks: see below
            if (control == null) result.left("$file: CC ${e.key} is no knob or fader of the MIDImix")
            else if (!e.value.isInt() || e.value.intValue() < 0 || e.value.intValue() > HIGHEST)
                result.left("$file: CC ${e.key} is ${e.value}; values are 0 to $HIGHEST")
            else {
                result.put("$GROUP / $bank / $control", Entry.value((double) e.value.intValue()))
                values++
            }
        }
        result.say("Bank $bank: $all buttons, $on of them on, and $values knobs and faders.")
        if (root.path('cc_values').has(MASTER as String)) result.masterSeen()
    }

    private static int number(String key) {
        key ==~ /\d{1,3}/ ? key.toInteger() : -1
    }

    /** What an import gathers. */
    private static final class Import {
        private final Map<String, Entry> remembered = [:]
        private final List<String> report = []
        private boolean complete = true
        private boolean master

        void put(String name, Entry entry) {
            remembered[name] = entry
        }

        void say(String line) {
            report << line
        }

        void left(String line) {
            report << ("Left out: $line".toString())
            complete = false
        }

        void masterSeen() {
            master = true
        }

        Imported finish() {
            if (master)
                report << ('The master fader was CC 127 there, which is a channel mode message (Poly On); the gig sends it as CC 62.'
                        + ' A unit programmed to 127 needs mix.master.sends cc(127). Its position is not kept: a fader shows its own.')
            new Imported(remembered, null, report, complete)
        }
    }
}
