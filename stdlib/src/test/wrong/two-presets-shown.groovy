preset('A') {
    startsShown()
}
preset('B') {
    startsShown()
}
