// The gig says what each thing is called at home; room.groovy beside it says what stands here tonight.
def keys  = input('Keystation')
def synth = output('Synth')

keys.to(synth)
