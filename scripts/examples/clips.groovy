// A clip launcher on an APC mini: pads that hold a clip are yellow, the one that plays is green.
// A pressed clip blinks until the next bar; then it plays, and what played in its column stops.
def apc  = device(ApcMini)
def link = clock(LINK, 120.bpm)
def daw  = output('To the DAW')

apc.grid.clips {
    layout '''
        x x x . x . . .
        x x x x x . . .
        . x x x . x . .
        . . x . . x . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        x . x . x . x .
    '''                                                 // x is a clip; the other pads are dark and do nothing
    quantise      1.bar, link
    columnButtons apc.columnButtons                     // lit while the column plays; let go, it stops
    rowButtons    apc.rowButtons                        // a whole row at the next bar
    stopAll       apc.rowButtons[8], holding: apc.shift // as printed
    onStart { clip -> daw.send(noteOn(clip.number, 127)) }
    onStop  { clip -> daw.send(noteOff(clip.number)) }
}

apc.faders.echo().to(daw)                               // what the DAW gets, the APC gets back
