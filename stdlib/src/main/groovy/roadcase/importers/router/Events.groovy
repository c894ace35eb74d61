package roadcase.importers.router

import groovy.transform.PackageScope

/** Event numbers of filters, which follow the status nibble, and the numbers of its menus. */
@PackageScope
final class Events {
    static final int NOTE_OFF = 8
    static final int NOTE_ON = 9
    static final int KEY_AFTERTOUCH = 10
    static final int CC = 11
    static final int PROGRAM = 12
    static final int AFTERTOUCH = 13
    static final int PITCH_BEND = 14
    static final int NRPN = 100

    /** All that a filter knows. */
    static final List<Integer> ALL = [NOTE_OFF, NOTE_ON, KEY_AFTERTOUCH, CC, PROGRAM, AFTERTOUCH, PITCH_BEND, NRPN]
    /** All but NRPN, which is made of CCs: what "any" means. */
    static final Set<Integer> PLAIN = ALL.findAll { int e -> e != NRPN } as Set<Integer>
    static final Set<Integer> PITCH_BEND_ONLY = Set.of(PITCH_BEND)
    static final Set<Integer> ONE_BYTE = Set.of(PROGRAM, AFTERTOUCH)
    static final Set<Integer> UNNUMBERED = Set.of(AFTERTOUCH, PITCH_BEND)
    static final Set<Integer> NOTES = [NOTE_OFF, NOTE_ON] as Set<Integer>

    /** Menu numbers of easy routes and preset controls; 6 is channel mode, which is a CC. */
    private static final Map<Integer, List<Integer>> MENU = [
        0: PLAIN as List<Integer>, 1: [NOTE_OFF, NOTE_ON], 2: [NOTE_OFF], 3: [NOTE_ON], 4: [KEY_AFTERTOUCH], 5: [CC],
        6: [CC], 7: [NRPN], 8: [PROGRAM], 9: [AFTERTOUCH], 10: [PITCH_BEND]
    ] as LinkedHashMap<Integer, List<Integer>>

    private Events() {}

    static List<Integer> ofMenu(int item) {
        MENU[item]
    }

    /** The highest first number of a kind, and the highest value. */
    static int highest(int event) {
        event == NRPN ? 16383 : 127
    }

    /** As the words call it. */
    static String word(int event) {
        switch (event) {
            case NOTE_OFF: return 'NOTE_OFF'
            case NOTE_ON: return 'NOTE_ON'
            case KEY_AFTERTOUCH: return 'KEY_AFTERTOUCH'
            case CC: return 'CC'
            case PROGRAM: return 'PROGRAM'
            case AFTERTOUCH: return 'AFTERTOUCH'
            case PITCH_BEND: return 'PITCH_BEND'
            default: return 'NRPN'
        }
    }

    /** As a sentence calls it. */
    static String said(int event) {
        switch (event) {
            case NOTE_OFF: return 'note offs'
            case NOTE_ON: return 'note ons'
            case KEY_AFTERTOUCH: return 'key aftertouch'
            case CC: return 'CCs'
            case PROGRAM: return 'program changes'
            case AFTERTOUCH: return 'aftertouch'
            case PITCH_BEND: return 'pitch bend'
            default: return 'NRPN'
        }
    }
}
