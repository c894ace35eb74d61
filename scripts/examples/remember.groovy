// One button walks through eight sounds and still knows tomorrow where it was.
def mix   = device(MidiMix)
def synth = output('Synth')
def sound = remember('sound', 0)

mix.soloKey.onPress {
    sound.set((sound.get() + 1) % 8)
    synth.send(programChange(sound.get()))
}
