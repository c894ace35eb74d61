def synth = output('Synth')
def a = preset('A') {
    slider('Cutoff', cc(74)).to(synth)
}
def c = a.slider('Cutof')
