def mix = device(MidiMix)
def out = output('Synth')
pages(mix) {
    choose mix.recArm
    page('Mixer') { mix.faders.to(out) }
    page('Mixer') { mix.mute.toggles().to(out) }
}
