package roadcase.words

import groovy.transform.CompileStatic
import roadcase.docs.Word
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** What a light shows, as a script says it. Immutable. */
@CompileStatic
@Spoken('a light')
final class Light {
    private final roadcase.surface.Light shown

    Light(roadcase.surface.Light shown) {
        this.shown = shown
    }

    @NotAWord
    roadcase.surface.Light shown() {
        shown
    }

    @Word(says = 'GREEN.blink', meaning = 'The same, going on and off.', gives = 'Light', example = '''
        def apc = device(ApcMini)
        apc.rowButtons.toggles().colours(on: GREEN.blink).to(daw)''')
    Light getBlink() {
        new Light(shown.blinking(0))
    }

    @Word(says = 'GREEN.pulse', meaning = 'The same, swelling and fading; gear that cannot do that blinks.', gives = 'Light',
            example = '''
        def pads = device(LaunchpadMini)
        pads.grid.toggles().colours(on: GREEN.pulse).to(daw)''')
    Light getPulse() {
        new Light(shown.pulsing(0))
    }

    @Word(says = 'GREEN.brightness(25)', meaning = 'The same, this bright, in percent; of gear that can do that.', example = '''
        def apc = device(ApcMini)
        bind 'ApcMini', to: 'APC mini mk2 Control'
        apc.grid.toggles().colours(on: GREEN, off: GREEN.brightness(10)).to(daw)''')
    Light brightness(int percent) {
        if (percent < 0 || percent > 100) throw new IllegalArgumentException("brightness($percent); it is 0 to 100 percent")
        percent == 0 ? new Light(roadcase.surface.Light.OFF) : new Light(shown.dimmed(percent))
    }

    @Override
    boolean equals(Object other) {
        other instanceof Light && ((Light) other).shown == shown
    }

    @Override
    int hashCode() {
        shown.hashCode()
    }

    @Override
    String toString() {
        shown
    }
}
