// Pads that move: keys on channel 1 choose what an APC mini shows. All three run on in time, whatever the others do.
def apc  = device(ApcMini)
def keys = input('Keystation')
def link = clock(LINK, 120.bpm)      // the wave goes with its beat

banks('Pictures') {
    next keys.noteOn(C2)             // one press, one picture on
    wraps()

    bank('Wave') {
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (column in 1..8) frame.dot(column, sine(frame.beat / 4 + column / 8), GREEN)
            for (pad in frame.held) pad.light(RED)               // what you touch
        }
    }
    bank('Text') {
        apc.grid.scroll 'Grüße vom Hafen!', YELLOW, 80.ms        // a column further each 80 ms
    }
    bank('Faders') {
        apc.grid.bars apc.faders, GREEN, YELLOW, RED             // from the bottom up
    }
}
