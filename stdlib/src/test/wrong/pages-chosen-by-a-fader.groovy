def mix = device(MidiMix)
def out = output('Synth')
pages(mix) {
    choose mix.faders
    page('Mixer') { mix.faders.to(out) }
}
