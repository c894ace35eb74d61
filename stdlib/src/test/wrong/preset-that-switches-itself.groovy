def keys = input('Keys')
def loop = virtualOutput('Loop')
def back = input('Loop')
preset('A') {
    toggleBy back.noteOn(60)
    keys.to(loop)
}
