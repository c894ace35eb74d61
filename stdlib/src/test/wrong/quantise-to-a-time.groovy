def keys  = input('Keystation')
def synth = output('Synth')
def link = clock(LINK)
keys.programs().quantise(250.ms, link).to(synth)
