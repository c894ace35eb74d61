package roadcase.importers.router

import java.nio.file.Files
import java.nio.file.Path
import roadcase.script.Importer.Imported
import roadcase.words.Checked
import roadcase.words.GigLanguage
import spock.lang.Specification
import spock.lang.TempDir

class MidiRouterSpec extends Specification {
    @TempDir Path here
    @TempDir Path state
    final importer = new GigLanguage().importers().find { it.name() == 'midi-router' }

    static String sample(String name) {
        MidiRouterSpec.getResource("/roadcase/importers/router/${name}.json").getText('UTF-8')
    }

    private Imported read(String text, String name = 'midiRouterClient.json') {
        importer.read([(name): text])
    }

    /** What the check says of a gig: empty where it may be played. */
    private String errors(String gig) {
        Files.writeString(here.resolve('gig.groovy'), gig)
        Checked.of(here, state, ['gig.groovy'])
    }

    private static Imported easy(String route, String splits = '[34, 74]') {
        new GigLanguage().importers().find { it.name() == 'midi-router' }.read('f.json': """{"midiRoutePresets": [{"midiRouteInputs": [
            {"midiInputName": "0_Keys", "easyConfig": {"keyboardSplits": $splits, "easyConfigRoutes": [$route]}}]}]}""".toString())
    }

    def "the file with every field becomes this gig"() {
        expect:
        read(sample('every-field'), 'every-field.json').gig() == '''\
// From every-field.json, MIDI Router Client 2.4.0

def launchControlXl = input('Launch Control XL').ignoring(SYSEX, CLOCK, SENSE).joining(5, channel: 1)
def vport           = virtualInput('vport A')
def scarlett        = output('Scarlett 2i4 USB')
def remote          = output('localhost:12345/Scarlett 2i4 USB')
def vportOut        = virtualOutput('vport A')
def time = clock(MIDI_CLOCK, launchControlXl)

def dm = ['line 1', 'line 2 | CC-0-5 WAIT-20 PC-3 BTN-1', 'PRE-ANY NOTE-ON-41-0']

preset('1st') {
    startsOn()

    def split1 = launchControlXl.zone('Split 1', 35..74)

    // CC to NRPN :test
    launchControlXl.onChannel(6).cc(19).becomes(nrpn(8, 0..255)).to(scarlett)
    // middle zone up an octave
    split1.onChannel(1).notes().transpose(12).toChannel(2).to(remote)
    // user: filter, swap, schedule, out
    launchControlXl.notes().swapped().quantise(1.bar, time).to(scarlett)
    // user: drop CC 1
    launchControlXl.drop {
        events  CC
        data1   1
    }.to(scarlett)

    slider('Cutoff', cc(74)).toChannel(1).startsAt(64).centred().sendWhenOn().to(scarlett)
    slider('Program', program(0..127)).toChannel(1).startsAt(1).labels(dm).to(scarlett)
}

preset('second') {
    onBy launchControlXl.onChannel(1).noteOn(73)
}

monitor launchControlXl
'''
    }

    def "the same file always gives the same gig and report"() {
        expect:
        read(sample('every-field')) == read(sample('every-field'))
    }

    def "the gig of #name passes the check"() {
        expect:
        errors(read(sample(name)).gig()) == ''

        where:
        name << ['every-field', 'default-2.4.0'] + ['00', '01', '02', '03', '05', '06', '07', '08', '09', '10', '11', '12'].collect { "document-fragment-$it" }
    }

    def "what is no part of a configuration gives a sentence and no gig: #text"() {
        when:
        def imported = read(text)

        then:
        imported.gig() == null
        !imported.complete()
        imported.report().size() == 1
        imported.report()[0].contains(why)

        where:
        text                          || why
        sample('document-fragment-04') || 'no part of a MIDI Router configuration'
        '{"cats": 5}'                 || 'no part of a MIDI Router configuration'
        '17'                          || 'no part of a MIDI Router configuration'
        '{"midiRoutePresets": [}'     || 'line 1, column 23'
        ''                            || 'it is empty'
    }

    def "the report names each place: #line"() {
        expect:
        read(text).report().any { it ==~ line }

        where:
        text                                                                                   || line
        sample('every-field')                                                                  || /Made from 2 presets, 2 easy routes, 2 chains, 2 controls and 1 list\./
        sample('every-field')                                                                  || /Corrected: midiRoutePresets\[0\].*easyConfig \(line 89, column 25\): the zones are 0 to 34, 35 to 74, 75 to 127,.*8 and 98.*/
        sample('every-field')                                                                  || /Left out: .*midiRouterChains\[2\] \(line 193, column 13\): 4 chains that the router generates.*/
        sample('document-fragment-11')                                                         || /Corrected: .*easyConfigRoutes\[0\] \(line 9, column 15\): toData1 8 counts.*/
        sample('document-fragment-02')                                                         || /Corrected: filterData2 \(line 5, column 18\): \[0, 127, 0, 255\] leaves 0 to 127.*/
        '{"midiRoutePresets": [{"name": 5, "isEnabled": "maybe"}]}'                             || /Defaulted: midiRoutePresets\[0\]\.isEnabled \(line 1, column 48\): it is 'maybe', neither true nor false; true is taken/
        '{"midiRoutePresets": [{"name": 5}]}'                                                  || /Corrected: midiRoutePresets\[0\]\.name \(.*\): the number 5 is taken as a text/
        '{"midiRoutePresets": [{"cats": 5}]}'                                                  || /Left out: midiRoutePresets\[0\] .*: cats: not of the format as we know it/
        '{"midiRoutePresets": 5}'                                                              || /Defaulted: midiRoutePresets .*: it is 5, not a list; it is taken as empty/
        '{"appVer": "2.2.9", "midiRoutePresets": []}'                                          || /Corrected: the file .*: written by version 2\.2\.9, older than 2\.3\.0; it is repaired.*/
        '{"_activePresetID": 7, "midiRoutePresets": [{}]}'                                     || /Defaulted: the file .*: _activePresetID is 7 and there are 1 presets.*/
        '{"midiRoutersFilters": [{"filterType": 9}]}'                                          || /Not expressed: midiRoutersFilters\[0\] .*: it does not say which type of filter it is.*/
        '{"userControls": [{"ccId": 7, "outputPortnName": "0_A", "minVal": 90, "maxVal": 10}]}' || /Corrected: userControls\[0\] .*: minVal 90 is above maxVal 10; they change places/
        '{"midiControlOn": {"portName": "0_A", "eventTypeId": 5, "data1": 20}}'                || /Corrected: midiControlOn .*: it fires once, when the value rises through its middle.*/
        '{"userControls": [{"ccId": 123, "outputPortnName": "0_A"}]}'                          || /Not expressed: userControls\[0\] .*: CC 123 is no controller.*/
    }

    def "a newer or unknown version is not called old: #version"() {
        expect:
        !read("""{"appVer": "$version", "midiRoutePresets": []}""".toString()).report().any { it.contains('older than') }

        where:
        version << ['2.3.0', '2.3.1', '2.44', '3.0', 'v2.10.0', '2.3', '']
    }

    def "splits are zones by their names, and only what is used is named"() {
        when:
        def gig = easy('{"splitRangeId": 2, "fromSelectedMidiEventTypeId": 1, "toSelectedMidiEventTypeId": 1, "toDestinationName": "0_Synth"}').gig()

        then:
        gig.contains("def zone3 = keys.zone('Zone 3', 75..127)")
        gig.contains('zone3.notes().to(synth)')
        !gig.contains('0..34')
    }

    def "text of others stays text: #name"() {
        when:
        def gig = read("""{"midiRoutePresets": [{"name": $name, "midiRouteInputs": [{"midiInputName": $name, "description": $name,
            "midiRouterChains": [{"name": $name, "midiRoutersFilters": [{"filterType": 0, "midiInputName": $name},
            {"filterType": 1, "userdata": $name}]}]}]}]}""".toString()).gig()

        then:
        errors(gig) == ''
        gig.lines().noneMatch { it.stripLeading().startsWith('System') }

        where:
        name << ['"A\'); System.exit(0); (\'"', '"*/ }\\nSystem.exit(0)"', '"\\\\"', '"${System.exit(0)}"', '"\\u202Eevil\\u2028"',
                 '"\\\\u000aSystem.exit(0)"', '"def"', '"class"', '"clock"', '"transpose"', '"42"', '"日本のシンセ"', '"!!!"',
                 '"sleep"', '"\\ud800"', '"a:1/b"', '"foo:12345"', '"' + 'x' * 500 + '"']
    }

    def "equal names are told apart"() {
        when:
        def gig = read('''{"midiRoutePresets": [{"name": "A", "userControls": [
            {"description": "D", "outputPortnName": "0_Out", "ccId": 1}, {"description": "D", "outputPortnName": "1_Out", "ccId": 2}]},
            {"name": "A"}]}''').gig()

        then:
        errors(gig) == ''
        gig.contains("preset('A (2)')")
        gig.contains("slider('D (2)', cc(2))")
        gig.contains("output('Out #2')")
    }

    def "what a chain tells the router to do to a preset is a trigger of that preset"() {
        when:
        def gig = read('''{"midiRoutePresets": [{"name": "A", "midiRouteInputs": [{"midiInputName": "0_Keys", "midiRouterChains": [
            {"midiRoutersFilters": [{"filterType": 4, "conditionAction": 1, "filterEvents": "[[12]]", "filterData1": "[[5]]"},
            {"filterType": 1, "logTo": 1, "userdata": "{\\"action\\": \\"presetOnOff\\", \\"presetMidiType\\": 2, \\"presetUuid\\": \\"b\\"}"}]}]}]},
            {"name": "B", "uuid": "b"}]}''').gig()

        then:
        errors(gig) == ''
        gig.contains("preset('B') {\n    toggleBy keys.program(5)\n")
    }

    def "messages of labels that are none are left out, so that the gig plays"() {
        when:
        def imported = read('''{"dropdownlists": [{"name": "L", "uuid": "l", "data": "A | CC-0-500 PC-3 what\\nB CC-1\\nPRE-ANY x\\nC CC-7-100"}],
            "midiRoutePresets": [{"userControls": [{"description": "D", "outputPortnName": "0_Out", "isShowDropdown": true, "dropdownListUuid": "l"}]}]}''')

        then:
        errors(imported.gig()) == ''
        imported.gig().contains("['A | PC-3', 'B CC-1', 'PRE-ANY', 'C CC-7-100']")
        imported.report().count { it.contains('is no message') } == 3
    }
}
