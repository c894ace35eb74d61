package roadcase.words

import roadcase.script.Builds
import roadcase.script.Spoken
import roadcase.units.Level

/** A knob on a panel, that may be told its ends. */
@Builds
@Spoken('a knob on a panel')
final class PanelKnob {
    private final PanelBlock panel
    private final int item

    PanelKnob(PanelBlock panel, int item) {
        this.panel = panel
        this.item = item
    }

    /** What its two ends mean. */
    void between(Number low, Number high) {
        panel.set(item, ['low': (Object) low.doubleValue(), 'high': (Object) high.doubleValue()])
    }

    void between(Level low, Level high) {
        between(low.inDecibels(), high.inDecibels())
    }
}
