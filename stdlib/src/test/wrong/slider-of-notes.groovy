def synth = output('Synth')
preset('A') {
    slider('Key', notes(0..12)).to(synth)
}
