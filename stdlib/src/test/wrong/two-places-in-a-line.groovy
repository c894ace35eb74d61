def keys  = input('Keystation')
def synth = output('Synth')
def link  = clock(LINK)
keys.programs().quantise(1.bar, link).quantise(2.bars, link).to(synth)
