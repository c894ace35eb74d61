def apc = device(ApcMini)

apc.grid.clips {
    columnButtons apc.columnButtons
}
