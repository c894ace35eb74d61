package roadcase.words

import groovy.transform.PackageScope
import java.lang.reflect.Method
import roadcase.devices.ApcMini
import roadcase.devices.LaunchControlXl
import roadcase.devices.LaunchpadMini
import roadcase.devices.MidiMix
import roadcase.devices.NanoKontrol2
import roadcase.devices.Rack
import roadcase.devices.XTouchMini
import roadcase.docs.Word
import roadcase.script.WordDoc
import roadcase.units.Notes
import roadcase.units.Units

/** All words with their documentation, made from the words themselves. */
@PackageScope
final class WordTable {
    /** Types with words, in the order of the table, and where these words live. */
    static final Map<Class<?>, String> TYPES = [
        (RigScript): 'script',
        (Input): 'input',
        (Output): 'output',
        (Device): 'device',
        (Clock): 'everywhere',
        (Flow): 'flow',
        (Values): 'knob, fader, CC',
        (Toggles): 'toggles',
        (Route): 'route',
        (Button): 'button',
        (Row): 'row',
        (Absolute): 'knob, fader',
        (Grid): 'grid',
        (Frame): 'animate',
        (HeldPad): 'animate',
        (Light): 'light',
        (ClipsBlock): 'clips',
        (Clips): 'reaction',
        (Clip): 'reaction',
        (MidiMix): 'MidiMix',
        (ApcMini): 'ApcMini',
        (LaunchpadMini): 'LaunchpadMini',
        (LaunchControlXl): 'LaunchControlXl',
        (NanoKontrol2): 'NanoKontrol2',
        (XTouchMini): 'XTouchMini',
        (Rack): 'Rack',
        (Slot): 'slot',
        (Slots): 'Rack',
        (Master): 'master',
        (Effect): 'effect',
        (SlotBlock): 'slot',
        (ChainBlock): 'slot, master',
        (Event): 'reaction',
        (Value): 'reaction',
        (Switch): 'reaction',
        (Preset): 'reaction',
        (Slider): 'reaction',
        (Banks): 'reaction',
        (FilterBlock): 'only, drop, change',
        (BanksBlock): 'banks',
        (BankBlock): 'bank, everyBank',
        (PagesBlock): 'pages',
        (PageBlock): 'page',
        (PresetBlock): 'preset',
        (SliderLine): 'slider',
        (PanelBlock): 'panel',
        (LoopBlock): 'loop',
        (Move): 'loop',
        (Silence): 'loop',
        (Loop): 'anywhere',
        (Shapes): 'everywhere',
        (Messages): 'everywhere',
        (MidiMessage): 'everywhere',
        (Colours): 'everywhere',
        (Waves): 'everywhere',
        (Units): 'everywhere',
    ] as LinkedHashMap<Class<?>, String>

    /** Types whose constants are words. */
    static final List<Class<?>> CONSTANTS = [ClockSource, Traffic, LoopStrategy, LoopContent, LoopEnding, Notes, Lights] as List<Class<?>>

    private WordTable() {}

    static List<WordDoc> all() {
        List<WordDoc> docs = []
        TYPES.each { Class<?> type, String place ->
            documented(type).each { Method method -> docs << doc(method, method.getAnnotation(Word), place) }
        }
        CONSTANTS.each { Class<?> type -> docs << constants(type.getAnnotation(Word)) }
        docs
    }

    private static WordDoc constants(Word word) {
        new WordDoc(word.says().split(' ')[0], word.says(), word.meaning(), 'everywhere', word.gives(),
                Examples.whole(word.example()))
    }

    /** In the alphabet's order, since reflection keeps none. */
    private static List<Method> documented(Class<?> type) {
        type.declaredMethods.findAll { Method m -> !m.synthetic && m.isAnnotationPresent(Word) }
            .sort { Method m -> nameOf(m) }
    }

    private static WordDoc doc(Method method, Word word, String place) {
        new WordDoc(nameOf(method), word.says(), word.meaning(), word.livesIn() ?: place,
                word.gives() ?: plain(method.returnType),
                Examples.whole(word.example()))
    }

    private static String plain(Class<?> type) {
        switch (type) {
            case void: return '-'
            case boolean: return 'yes or no'
            case int: case double: return 'number'
            default: return type.simpleName
        }
    }

    /** As a script says it: {@code getMute} is {@code mute}, {@code getdB} is {@code dB}. */
    static String nameOf(Method method) {
        String name = method.name
        if (name == 'getAt') return 'row[1]'
        if (method.declaringClass == Units) return property(name, 3)
        if (method.parameterCount > 0) return name
        if (name.startsWith('get') && name.length() > 3) return property(name, 3)
        name == 'isLit' ? 'lit' : name
    }

    private static String property(String getter, int prefix) {
        String rest = getter.substring(prefix)
        rest == 'dB' ? rest : rest.uncapitalize()
    }
}
