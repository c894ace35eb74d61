def synth = output('Synth')
preset('A') {
    slider('S', cc(74)).labels(['Off', 'Bank | CC-0-2 BANG-1']).to(synth)
}
