// An APC mini with two jobs. Hold SHIFT and press a button below the pads to change the page.
def apc   = device(ApcMini)
def daw   = virtualOutput('To the DAW')
def synth = output('Synth')

pages(apc) {
    choose apc.columnButtons, holding: apc.shift
    page('Switches') { apc.grid.toggles().colours(on: GREEN, off: YELLOW).to(daw) }
    page('Sounds')   { apc.grid.becomes(program(0..63)).to(synth) }
}
