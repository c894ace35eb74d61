// One MIDImix plays four: BANK LEFT and BANK RIGHT choose what its controls mean.
// Change a line and save: the gig goes on playing with the new text.

def mix = device(MidiMix)                     // the real unit, found by its name
def out = virtualOutput('Masterator OUT')     // choose this port as an input in your DAW

// mix.swapBankButtons()                      // for a unit that was programmed RIGHT = 25, LEFT = 26
// mix.master.sends cc(127)                   // for a unit whose master fader was moved from CC 62 to CC 127

def four = banks('Masterator') {
    previous   mix.bankLeft
    next       mix.bankRight
    binaryDial mix.bankLeft, mix.bankRight    // their two lights count the banks

    bank 'A', channel: 1                      // each bank has a MIDI channel of its own
    bank 'B', channel: 2
    bank 'C', channel: 3
    bank 'D', channel: 4

    everyBank {                               // what all four have, each with its own memory
        mix.mute.toggles().to(out)            // a press switches on or off, and the light shows it
        mix.solo.toggles().to(out)            // the MUTE row while SOLO is held
        mix.recArm.toggles().to(out)
        mix.knobs.hysteresis(3).to(out)       // after a bank change silent until moved by 3
        mix.faders.hysteresis(3).to(out)
    }
}

mix.master.toChannel(1).to(out)               // the same in all banks

panel('Masterator') {
    surface  mix
    overview four
}
