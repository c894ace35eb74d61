package roadcase.script.toy

import groovy.transform.CompileStatic
import groovy.transform.NamedParam
import groovy.transform.NamedParams
import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.Reading
import roadcase.script.Spoken
import roadcase.script.Unfinished

/** Enough of a language to try everything the compiler promises; none of its words mean anything. */
@CompileStatic
@Unfinished('end it with .reach(...)')
class Path2 {
    final String path

    Path2(String path) { this.path = path }

    Path2 up(int steps) { new Path2(path + ' up ' + steps) }

    Path2 loud(Loudness level) { new Path2(path + ' loud') }

    @Builds
    Done reach(Goal... goals) { new Done() }
}

@CompileStatic
class Done {
    Done named(String name) { this }
}

@CompileStatic
class Goal {
    final String name

    Goal(String name) { this.name = name }

    void shine(int howBright) { Toy.shone << howBright }
}

@Spoken('a lamp like WindLamp')
interface Lamp {}

@CompileStatic
class WindLamp implements Lamp {
    Path2 getWick() { new Path2('wick') }

    Path2 getOil() { new Path2('oil') }

    Path2 wicks(IntRange which) { new Path2('wicks ' + which) }

    void onBlow(Runnable reaction) { Toy.reactions << reaction }

    void onFlicker(Flicker reaction) { Toy.flickers << reaction }

    void pauseWhen(Condition condition) { Toy.conditions << condition }

    int getHeight() { 7 }
}

interface Flicker {
    void flicker(Flame flame)
}

interface Condition {
    boolean holds()
}

@CompileStatic
class Flame {
    final int heat

    Flame(int heat) { this.heat = heat }
}

enum Colour { RED, GREEN, BLUE }

enum Wind { NORTH, SOUTH }

@CompileStatic
@Builds
class ShelfBlock {
    final List<String> things

    ShelfBlock(List<String> things) { this.things = things }

    void put(String what) { things << what }

    void put(@NamedParams([@NamedParam(value = 'weight', type = Integer, required = true),
            @NamedParam(value = 'note', type = String)]) Map<String, ?> named, String what) {
        things << what + ' ' + named
    }

    void heavy(Loudness level) { things << 'heavy ' + level.db }

    void tint(Colour colour) { things << 'tint ' + colour }

    void box(@DelegatesTo(value = BoxBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        Toy.block(body, new BoxBlock(things))
    }
}

@CompileStatic
@Builds
class BoxBlock {
    final List<String> things

    BoxBlock(List<String> things) { this.things = things }

    void pack(String what) { things << 'packed ' + what }
}

@CompileStatic
class Toy {
    static final List<Runnable> reactions = Collections.synchronizedList([])
    static final List<Flicker> flickers = Collections.synchronizedList([])
    static final List<Condition> conditions = Collections.synchronizedList([])
    static final List<Integer> shone = Collections.synchronizedList([])
    static final List<String> said = Collections.synchronizedList([])

    static void reset() {
        [reactions, flickers, conditions, shone, said].each { it.clear() }
    }

    static void block(Object body, Object delegate) {
        Closure<?> copy = (Closure<?>) ((Closure<?>) body).clone()
        copy.delegate = delegate
        copy.resolveStrategy = Closure.DELEGATE_ONLY
        copy.call()
    }
}

@CompileStatic
class Say {
    static final int C4 = 60
    static Path2 path(int number) { new Path2('path ' + number) }
}

@CompileStatic
abstract class ToyScript extends Script {
    private Reading reading

    void setReading(Reading reading) { this.reading = reading }

    protected RigBuilder rig() { reading.rig() }

    @Builds
    public <L extends Lamp> L lamp(Class<L> type) { type.getDeclaredConstructor().newInstance() }

    @Builds
    Goal goal(String name) {
        if (name.isBlank()) throw rig().error('a goal needs a name')
        new Goal(name)
    }

    void say(String what) { Toy.said << what }

    @Builds
    void shelf(String name, @DelegatesTo(value = ShelfBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        List<String> things = []
        Toy.block(body, new ShelfBlock(things))
        Toy.said << name + ': ' + things.join(', ')
    }

    @Builds
    void blow(Wind wind) {}

    @Builds
    void blow(Wind wind, Loudness level) {}

    @Builds
    void include(String file) { reading.include(file, null, rig().origin()) }

    @Builds
    void include(@NamedParams([@NamedParam(value = 'as', type = String, required = true)]) Map<String, ?> named, String file) {
        reading.include(file, (String) named.get('as'), rig().origin())
    }

    @Builds
    void noteName(String name) { Toy.said << rig().written(name) }
}
