package roadcase.cli

import java.nio.file.Files
import java.nio.file.Path
import roadcase.files.Folders
import spock.lang.Specification
import spock.lang.TempDir

class MachineSpec extends Specification {
    @TempDir Path root

    private void file(String path, String text) {
        def file = root.resolve(path)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    private void limits(String rtprio, String memlock) {
        file('proc/self/limits', """Limit                     Soft Limit           Hard Limit           Units
Max locked memory         $memlock             unlimited            bytes
Max realtime priority     $rtprio                    99
""")
    }

    private List<Symptom> findings() {
        def folders = new Folders({ null }, 'Linux', root.resolve('home'))
        new Doctor(new Machine(root), folders).system()
    }

    def "a machine that is ready has nothing to do"() {
        given:
        limits('95', 'unlimited')
        file('proc/self/status', 'Uid:\t1000\t1000\t1000\t1000\nGid:\t1000\t1000\nGroups:\t29 1000 \n')
        file('etc/group', 'root:x:0:\naudio:x:29:player\n')
        file('sys/devices/system/cpu/cpu0/cpufreq/scaling_governor', 'performance\n')
        file('dev/snd/seq', '')

        expect:
        findings().every { it.fine() }
        findings()*.what().any { it == 'real-time rights: up to priority 95' }
        findings()*.what().any { it == 'group audio: you are in it' }
    }

    private List<Symptom> sound(Map<String, List<String>> holders = [:]) {
        def folders = new Folders({ null }, 'Linux', root.resolve('home'))
        limits('95', 'unlimited')
        new SoundDoctor(new Machine(root), folders, { Path p -> holders[p.fileName.toString()] ?: [] }).look()
    }

    def "sound cards are named, and a program that holds one for itself"() {
        given:
        file('proc/asound/cards', """ 0 [Scarlett       ]: USB-Audio - Scarlett 2i2 USB
                      Focusrite Scarlett 2i2 USB at usb-1, high speed
 1 [PCH            ]: HDA-Intel - HDA Intel PCH
                      HDA Intel PCH at 0xf7d10000 irq 31
""")
        ['pcmC0D0p', 'pcmC0D0c', 'pcmC1D0p'].each { file("dev/snd/$it", '') }

        expect:
        sound()*.what().contains('sound cards: Scarlett 2i2 USB, HDA Intel PCH')
        sound(pcmC1D0p: ['pipewire (7)']).every { it.fine() }
        with(sound(pcmC0D0p: ['firefox (12)'], pcmC0D0c: ['arecord (9)']).findAll { !it.fine() }) {
            it*.what() == ['sound card pcmC0D0p: held by firefox (12)']
            it[0].todo().contains('close that program')
        }
    }

    def "what was of no use as a plugin is named with the reason"() {
        given:
        file('home/.cache/roadcase/plugins.txt', 'roadcase plugins 1\n'
                + 'file\tVST3\t/p/Good.vst3\t1\t2\t\nplugin\tVST3\t/p/Good.vst3\t1\tGood\tMe\t1\teffect\n'
                + (1..7).collect { "file\tVST3\t/p/Bad${it}.vst3\t1\t2\tit hung while it was looked at\n" }.join(''))

        when:
        def all = sound().findAll { it.what().startsWith('plugin') }

        then:
        all*.fine() == [true] + [false] * 6
        all[0].what() == 'plugins known from the last scan: 1'
        all[1].what() == 'plugin /p/Bad1.vst3: it hung while it was looked at'
        all.last().what() == 'plugins: 2 more files are of no use'
    }

    def "a machine without sound cards says so, and how dropouts are cured"() {
        given:
        file('proc/asound/cards', '--- no soundcards ---\n')

        expect:
        sound().find { !it.fine() }.what().startsWith('sound cards: none seen')
        sound()*.what().any { it.contains('--buffer 512 or 1024') }
    }

    def "what is missing comes with what to do about it"() {
        given:
        limits('0', '8388608')
        file('proc/self/status', 'Uid:\t1000\t1000\nGid:\t1000\nGroups:\t1000\n')
        file('etc/group', 'audio:x:29:\n')
        file('sys/devices/system/cpu/cpu0/cpufreq/scaling_governor', 'performance\n')
        file('sys/devices/system/cpu/cpu1/cpufreq/scaling_governor', 'powersave\n')

        when:
        def missing = findings().findAll { !it.fine() }

        then:
        missing.size() == 5
        missing[0].line().startsWith('to do  real-time rights: none')
        missing[1].what().contains('only 8192 KB')
        missing[2].todo() == 'sudo usermod -aG audio "$USER", then log in again'
        missing[3].what().contains('powersave')
        missing[4].what().startsWith('ALSA sequencer: missing')
    }

    def "root needs no rights"() {
        given:
        limits('0', '65536')
        file('proc/self/status', 'Uid:\t0\t0\nGid:\t0\nGroups:\t0\n')
        file('etc/group', 'audio:x:29:\n')
        file('dev/snd/seq', '')

        expect:
        findings().every { it.fine() }
    }

    def "a system without these files is asked nothing about them"() {
        expect:
        !new Machine(root).linux
        findings()*.what().every { !it.contains('real-time') }
    }

    def "a folder that cannot be made is said"() {
        given:
        file('home', 'a file where the home should be')

        expect:
        findings().findAll { !it.fine() }*.what().count { it.contains('cannot be written to') } == 2
    }
}
