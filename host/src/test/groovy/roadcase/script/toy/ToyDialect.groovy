package roadcase.script.toy

import groovy.transform.CompileStatic
import roadcase.script.Dialect
import roadcase.script.Reading
import roadcase.script.WordDoc

@CompileStatic
class ToyDialect implements Dialect {
    @Override
    Class<? extends Script> scriptBase() { ToyScript }

    @Override
    void begin(Script script, Reading reading) { ((ToyScript) script).setReading(reading) }

    @Override
    List<String> starImports() { ['roadcase.script.toy'] }

    @Override
    List<String> staticStarImports() { ['roadcase.script.toy.Colour', 'roadcase.script.toy.Wind', 'roadcase.script.toy.Say'] }

    @Override
    Set<String> packages() { ['roadcase.script.toy'] as Set }

    @Override
    Map<String, String> insteadOf() { [sleep: 'a script never waits: say later(...)'] }

    @Override
    List<WordDoc> words() { [] }

    @Override
    Map<String, String> scaffolds() { [:] }
}
