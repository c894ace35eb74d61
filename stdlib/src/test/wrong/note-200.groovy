def keys  = input('Keystation')
def synth = output('Synth')
keys.noteOn(200).to(synth)
