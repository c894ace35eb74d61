def synth = output('Synth')
slider('Cutoff', cc(74)).to(synth)
