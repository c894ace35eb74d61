def keys  = input('Keystation')
def synth = output('Synth')
synth.send(noteOn(200, 100))
