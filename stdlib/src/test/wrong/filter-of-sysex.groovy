def keys  = input('Keystation')
def synth = output('Synth')
keys.drop { events SYSEX }.to(synth)
