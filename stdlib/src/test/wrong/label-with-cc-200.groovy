def synth = output('Synth')
preset('A') {
    slider('S', cc(74)).labels(['Off', 'Bank | CC-0-200']).to(synth)
}
