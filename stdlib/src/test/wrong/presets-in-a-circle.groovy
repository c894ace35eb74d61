def keys = input('Keys')
def loop = virtualOutput('Loop')
def back = input('Loop')
preset('A') {
    selectBy back.program(1)
    slider('Next', program(2..3)).sendOnSelect().to(loop)
}
preset('B') {
    selectBy back.program(2)
    slider('Next', program(0..1)).startsAt(1).sendOnSelect().to(loop)
}
