// A BeatStep Pro plays eight slots, a MIDImix mixes them, and everybody keeps time by Link.
// 'Poly' is built in. Put in any VST3 or LV2 by its name: what a machine has not is a silent slot and a sentence.
def bsp  = device(BeatStepPro)
def mix  = device(MidiMix)
def link = clock(LINK, 120.bpm)      // the tempo where nobody else is on Link
def rack = device(Rack)
rack.audio rate: 44100, buffer: 256  // JACK has its own; output: 'Scarlett' names a sound card
rack.session 'linkrig'               // levels, mutes, solos and parameters come back next time

def lead = rack.slot(1, 'Lead') {
    instrument 'Poly'
    effect     'ZamDelay'
}
def bass = rack.slot(2, 'Bass') {
    instrument 'Poly'
}
def drums = rack.slot(3, 'Drums') {
    instrument 'Poly'
    gain(-3.dB)
}
rack.master {
    effect 'ZamVerb'
}

bsp.onChannel(1).to(lead)            // sequencer 1, as it comes from the factory
bsp.onChannel(2).to(bass)            // sequencer 2
bsp.onChannel(10).to(drums)          // the drums
bsp.follows link                     // MIDI clock, start and stop; its SYNC button on USB

for (strip in mix.strips) {          // strip 1 mixes slot 1 and so on
    def slot = rack.slots[strip.number]
    strip.fader.to(slot.gain)
    strip.top.to(slot.parameter(1))
    strip.mid.to(slot.parameter(2))
    strip.low.to(slot.parameter(3))
    strip.mute.toggles().to(slot.mute)
    strip.recArm.toggles().to(slot.solo)      // a muted slot stays silent, soloed or not
}
mix.master.to(rack.master.gain)

mix.soloKey.onPress { lead.play(C4, velocity: 100, length: 500.ms) }   // is there sound?

panel('Link rig') {
    for (slot in rack.slots) meter("Slot $slot.number", slot.meter)
    meter 'Master', rack.master.meter
    knob('Tempo', link.tempo).between(60, 200)
}
