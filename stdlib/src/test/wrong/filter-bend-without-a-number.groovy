def keys  = input('Keystation')
def synth = output('Synth')
keys.only {
    events PITCH_BEND
    becomes CC
}.to(synth)
