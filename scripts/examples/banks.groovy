// Four times eight faders, in ten lines.
def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')

banks('Faders') {
    previous   mix.bankLeft
    next       mix.bankRight
    binaryDial mix.bankLeft, mix.bankRight
    for (n in 1..4) bank "Bank $n", channel: n
    everyBank { mix.faders.hysteresis(3).to(daw) }
}
