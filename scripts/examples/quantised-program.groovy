// Change the sound whenever you like: it changes on the next bar.
def keys  = input('Keystation')
def synth = output('Synth')
def link  = clock(LINK, 120.bpm)

keys.notes().to(synth)
keys.programs().quantise(1.bar, link).to(synth)
