def keys  = input('Keystation')
def synth = output('Synth')
keys.after(250).to(synth)
