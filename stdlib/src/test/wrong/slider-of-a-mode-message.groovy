def synth = output('Synth')
preset('A') {
    slider('Off', cc(123)).to(synth)
}
