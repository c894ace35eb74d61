package roadcase.words

import roadcase.docs.Word

/** Colours that only some gear has. */
final class Colours {
    private static final int TOP = 255
    private static final int PALETTE = 127

    private Colours() {}

    @Word(says = 'rgb(255, 100, 0)',
            meaning = 'A colour mixed of red, green and blue, 0 to 255 each; of gear that can do that.', example = '''
        def apc = device(ApcMini)
        bind 'ApcMini', to: 'APC mini mk2 Control'
        apc.grid.toggles().colours(on: rgb(255, 100, 0)).to(daw)''')
    static Light rgb(int red, int green, int blue) {
        for (int part : [red, green, blue])
            if (part < 0 || part > TOP) throw new IllegalArgumentException("rgb($red, $green, $blue); each part is 0 to $TOP")
        new Light(roadcase.surface.Light.rgb(red << 16 | green << 8 | blue))
    }

    @Word(says = 'palette(53)', meaning = "A colour by its number in the unit's own palette; `roadcase lights` shows them.",
            example = '''
        def pads = device(LaunchpadMini)
        pads.grid.toggles().colours(on: palette(53)).to(daw)''')
    static Light palette(int number) {
        if (number < 0 || number > PALETTE) throw new IllegalArgumentException("palette($number); it is 0 to $PALETTE")
        new Light(number == 0 ? roadcase.surface.Light.OFF : roadcase.surface.Light.palette(number))
    }
}
