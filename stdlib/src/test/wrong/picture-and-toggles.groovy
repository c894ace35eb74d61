def apc = device(ApcMini)
def daw = output('DAW')
apc.grid.toggles().to(daw)
apc.grid.bars apc.faders, GREEN
