def synth = output('Synth')
def link  = clock(LINK)
def own   = clock(INTERNAL, 96.bpm)
synth.follows link
synth.follows own
