def synth = output('Synth')
preset('A') {
    slider('Cutoff', cc(74)).to(synth)
    slider('Cutoff', cc(71)).to(synth)
}
