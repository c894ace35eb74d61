def apc = device(ApcMini)
apc.grid.animate(50.ms) { frame ->
    frame.padd(1, 1, RED)
}
