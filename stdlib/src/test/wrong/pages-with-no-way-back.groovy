def mix = device(MidiMix)
def out = output('Synth')
pages(mix) {
    choose mix.recArm
    page('Mixer')    { mix.faders.to(out) }
    page('Switches') { mix.recArm.toggles().to(out) }
}
