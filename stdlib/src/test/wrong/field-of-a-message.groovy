def keys  = input('Keystation')
def synth = output('Synth')
keys.notes().onEvent { message -> synth.send(noteOff(message.notte)) }
