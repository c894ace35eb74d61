package roadcase.words

import roadcase.script.Spoken

/** Code of a script that paints pads. */
@Spoken('{ frame -> }')
@FunctionalInterface
interface WithFrame {
    void paint(Frame frame)
}
