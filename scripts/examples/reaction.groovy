// One key, a whole chord: your own code, when no word does it.
def keys  = input('Keystation')
def synth = output('Synth')

keys.notes(C5..C6).to(synth)
keys.notes(C2..B2).onEvent { message ->
    for (step in [0, 4, 7]) {
        if (message.isOn()) synth.send(noteOn(message.note + step, message.velocity))
        else synth.send(noteOff(message.note + step))
    }
}
