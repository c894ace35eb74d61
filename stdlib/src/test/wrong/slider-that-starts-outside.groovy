def synth = output('Synth')
preset('A') {
    slider('Program', program(0..3)).startsAt(4).to(synth)
}
