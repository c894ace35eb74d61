// The whole language is compiled statically: a mistake in a word is found here, not on stage.
withConfig(configuration) {
    ast(groovy.transform.CompileStatic)
}
