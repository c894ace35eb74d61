def mix = device(MidiMix)
def out = output('Synth')
pages(mix) {
    page('Mixer')    { mix.faders.to(out) }
    page('Switches') { mix.mute.toggles().to(out) }
}
