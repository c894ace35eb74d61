def mix = device(MidiMix)
def out = output('Synth')
pages(mix) {
    next mix.bankRight
    wraps()
    page('Mixer') {
        mix.faders.to(out)
        mix.faders[2].toChannel(5).to(out)
    }
    page('Switches') { mix.mute.toggles().to(out) }
}
