def mix = device(MidiMix)
def a   = preset('A')
preset('A') {
    mix.mute[1].toggles().to(a)
}
