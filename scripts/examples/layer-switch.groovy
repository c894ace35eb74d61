// A string layer under the piano, switched by a button whose light shows whether it plays.
def keys  = input('Keystation')
def synth = output('Synth')
def mix   = device(MidiMix)

keys.toChannel(1).to(synth)
def strings = keys.notes().transpose(12).toChannel(2).to(synth).named('Strings')

mix.mute[1].toggles().to(strings.on)
mix.faders[1].becomes(cc(7)).toChannel(2).to(synth)
