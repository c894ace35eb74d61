// A synthesiser whose parameters are NRPNs: a plain knob turns one, a fine knob another, and what the
// synthesiser says of its own goes back to the knob as a plain CC.
def knobs  = input('Launch Control XL')
def desk   = input('Fader box').joining(0..7)       // there CC n and n + 32 are one fader with 14 bits
def back   = input('Synth')
def synth  = output('Synth')
def lights = output('Launch Control XL')

knobs.cc(8).becomes(nrpn(8, 0..255)).toChannel(1).to(synth)
desk.cc(0..7).becomes(nrpn(300..307)).to(synth)
back.nrpn(8).scale(0..255, 0..16383).becomes(cc(8)).to(lights)
