def synth = output('Synth')
preset('A') {
    slider('Cutoff', cc(74)).toChannel(0).to(synth)
}
