package roadcase.words

import roadcase.docs.Word

/** The lights that all gear with colours has. */
@Word(says = 'GREEN · RED · YELLOW · OFF', meaning = 'What a light shows; these every unit with colours has.', gives = 'Light',
        example = '''
        def apc = device(ApcMini)
        apc.grid.toggles().colours(on: GREEN, off: YELLOW).to(daw)''')
interface Lights {
    Light GREEN = new Light(roadcase.surface.Light.GREEN)
    Light RED = new Light(roadcase.surface.Light.RED)
    Light YELLOW = new Light(roadcase.surface.Light.YELLOW)
    Light OFF = new Light(roadcase.surface.Light.OFF)
}
