package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.plan.Source

/** Names of where flows begin, the same after every reload. */
@PackageScope
final class Sources {
    private Sources() {}

    static String said(Source source) {
        switch (source) {
            case Source.Port: return ((Source.Port) source).port().name()
            case Source.Controls: return said((Source.Controls) source)
            default: return ((Source.OfValue) source).value()
        }
    }

    /** {@code MidiMix / mute 3}, or first and last of a row. */
    private static String said(Source.Controls touched) {
        List<String> names = touched.controls()
        String which = names.size() == 1 ? names[0] : "${names[0]} to ${names[-1]}"
        "${touched.device()} / $which"
    }
}
