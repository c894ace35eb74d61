def synth = output('Synth')
preset('A') {
    slider('Program', program(5)).to(synth)
}
