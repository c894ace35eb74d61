def apc = device(ApcMini)
apc.grid.animate(50) { frame -> frame.clear() }
