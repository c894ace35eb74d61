def apc = device(ApcMini)
apc.grid.bars apc.master, GREEN
