// Two instruments on one keyboard, mixed on a MIDImix. 'roadcase play' makes the sound itself.
// Change a line and save: the gig goes on playing with the new text.

def keys = input('Keystation')                // write what your keyboard calls itself; 'roadcase ports' lists names
def mix  = device(MidiMix)
def rack = device(Rack)                       // eight slots and a master behind them

rack.session 'my rack'                        // gains, mutes, solos and parameters come back next time
// rack.audio rate: 48000, buffer: 256, output: 'Scarlett'      // where the usual sound card is not the right one

def lead = rack.slot(1, 'Lead') {
    instrument 'Poly'                         // is built in; others by the names of your plugins
    // effect  'PingPong'
}
def bass = rack.slot(2, 'Bass') {
    instrument 'Poly'
    gain(-3.dB)
}

keys.zone('Bass', C_1..B2).transpose(12).to(bass)
keys.zone('Lead', C3..G9).to(lead)

for (strip in mix.strips) {                   // strip 1 mixes slot 1, strip 2 slot 2 ... strip 8 slot 8
    def slot = rack.slots[strip.number]
    strip.fader.to(slot.gain)                 // as on a desk: 0 dB at three quarters
    strip.top.to(slot.parameter(1))
    strip.mid.to(slot.parameter(2))
    strip.low.to(slot.parameter(3))
    strip.mute.toggles().to(slot.mute)
    strip.recArm.toggles().to(slot.solo)      // muted stays silent, even when soloed
}
mix.master.to(rack.master.gain)

mix.soloKey.onPress { lead.play(C4, velocity: 100, length: 500.ms) }     // a test note
