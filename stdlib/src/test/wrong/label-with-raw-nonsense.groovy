def synth = output('Synth')
preset('A') {
    slider('S', cc(74)).labels(['RAW-12_34']).to(synth)
}
